package org.poterne.authenticator;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.account.Username;
import org.poterne.authenticator.Bindings.Binding;
import org.poterne.authenticator.Devices.NewDevice;
import org.poterne.authenticator.EnrolmentAsked.Code;
import org.poterne.authenticator.EnrolmentOutcome.CodeUnusable;
import org.poterne.authenticator.EnrolmentOutcome.TooOften;
import org.poterne.authenticator.EnrolmentOutcome.Unverified;
import org.poterne.device.UserBrowser;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.Budget;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.Holding;
import org.poterne.throttle.Throttle;
import org.springframework.stereotype.Component;

/** Adds a phone: first that its keys work, then whose it is. A code is spent by the phone that it lets in, and by no mishap. */
@Component
final class Enrolment {

    /** Wrong codes alone are counted: a class that adds its phones in the same hour shares one address. */
    private static final Budget WRONG = new Budget("authenticator codes per address", 20, Duration.ofHours(1));

    /** Looked up as anybody is: the time that it takes tells nothing (EN-2). */
    private static final AccountId NOBODY = new AccountId(new UUID(0, 0));

    private final NewLocks locks;
    private final Bindings bindings;
    private final Binder binder;
    private final Accounts accounts;
    private final Throttle throttle;

    Enrolment(NewLocks locks, Bindings bindings, Binder binder, Accounts accounts, Throttle throttle) {
        this.locks = locks;
        this.bindings = bindings;
        this.binder = binder;
        this.accounts = accounts;
        this.throttle = throttle;
    }

    /** Call it outside any transaction: what is counted must stay so. */
    EnrolmentOutcome enrol(TenantId tenant, EnrolmentAsked asked, UserBrowser browser, ClientAddress from) {
        var shown = locks.shown(tenant, asked);
        if (shown.isEmpty()) {
            return new Unverified();
        }
        return switch (throttle.hold(tenant, WRONG, from.value())) {
            case Holding.Occupied() -> new TooOften(Duration.ofMinutes(1));
            case Holding.Refused(var pause) -> new TooOften(pause);
            case Holding.Held() -> {
                var binding = binding(tenant, asked.code());
                if (binding.isEmpty()) {
                    throttle.spendHeld(tenant, WRONG, from.value());
                    yield new CodeUnusable();
                }
                throttle.release(tenant, WRONG, from.value());
                var lock = shown.get();
                yield binder.bind(
                        tenant,
                        binding.get(),
                        new NewDevice(asked.name().value(), asked.key(), lock.lock(), lock.count(), browser));
            }
        };
    }

    private Optional<Binding> binding(TenantId tenant, Code code) {
        return switch (code) {
            case Code.Linked(var link) -> BindingCodes.isLink(link) ? bindings.byLink(tenant, link) : Optional.empty();
            case Code.Typed(var identifier, var typed) ->
                BindingCodes.isTyped(typed)
                        ? bindings.byTyped(tenant, holder(tenant, identifier), typed)
                        : Optional.empty();
        };
    }

    /** However the tenant's people sign in: what the page shows beside the code is what is typed here. */
    private AccountId holder(TenantId tenant, String identifier) {
        var account = identifier.contains("@")
                ? EmailAddress.parse(identifier).flatMap(email -> accounts.findByEmail(tenant, email))
                : Username.parse(identifier).flatMap(username -> accounts.findByUsername(tenant, username));
        return account.map(Account::id).orElse(NOBODY);
    }
}
