package org.poterne.email;

import java.util.Locale;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.EmailAddress;
import org.poterne.device.DeviceId;
import org.poterne.email.AskOutcome.Asked;
import org.poterne.email.AskOutcome.NotTheirs;
import org.poterne.email.AskOutcome.PasswordWrong;
import org.poterne.email.AskOutcome.SameAddress;
import org.poterne.email.AskOutcome.TooOften;
import org.poterne.email.CurrentPassword.Right;
import org.poterne.email.CurrentPassword.Wrong;
import org.poterne.lockout.Claim;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.ClientAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asking for another address. It owes two letters, and changes nothing yet. */
@Component
class AddressRequests {

    private final CurrentPassword currentPassword;
    private final AddressBudgets budgets;
    private final Passwords passwords;
    private final ChangeDesk desk;
    private final TransactionTemplate transaction;

    AddressRequests(
            CurrentPassword currentPassword,
            AddressBudgets budgets,
            Passwords passwords,
            ChangeDesk desk,
            TransactionTemplate transaction) {
        this.currentPassword = currentPassword;
        this.budgets = budgets;
        this.passwords = passwords;
        this.desk = desk;
        this.transaction = transaction;
    }

    /** @param typed what the form said, by whom and from where */
    AskOutcome ask(TenantId tenant, Account account, Typed typed) {
        if (!desk.isHoldersToChange(tenant)) {
            return new NotTheirs();
        }
        if (typed.to().equals(account.email())) {
            return new SameAddress();
        }
        return switch (currentPassword.judge(
                tenant, Claim.of(account.id(), typed.device()), typed.current(), typed.from())) {
            case CurrentPassword.TooOften(var pause) -> new TooOften(pause);
            case Wrong() -> new PasswordWrong();
            case Right right ->
                budgets.spend(tenant, account.id(), typed.to())
                        .<AskOutcome>map(TooOften::new)
                        .orElseGet(() -> ask(tenant, account, typed, right));
        };
    }

    record Typed(
            EmailAddress to, RawPassword current, Optional<DeviceId> device, ClientAddress from, Locale language) {}

    /** With a last look at the password: after a reset that came while it was compared, it asks for nothing. */
    private AskOutcome ask(TenantId tenant, Account account, Typed typed, Right right) {
        var asked = transaction.execute(_ -> {
            if (!passwords.isStillThatOf(tenant, account.id(), right.since())) {
                return false;
            }
            desk.ask(tenant, account.id(), typed);
            return true;
        });
        return Boolean.TRUE.equals(asked) ? new Asked() : new PasswordWrong();
    }
}
