package org.poterne.registration;

import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.password.RawPassword;
import org.poterne.registration.Chooser.ByHeart;
import org.poterne.registration.Chooser.SameBrowser;
import org.poterne.registration.ConfirmOutcome.Confirmed;
import org.poterne.registration.ConfirmOutcome.LinkUnusable;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.ClientAddress;
import org.poterne.token.OneTimeToken;
import org.poterne.token.OneTimeTokens;
import org.poterne.token.TokenPurpose;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * From the link in the letter to an account that is one. The link proves the mailbox; the browser of the sign-up, or its
 * password, proves that both are the same person's. Otherwise whoever signs up with somebody else's address would, once
 * that person clicks, have a password to their account (pre-hijacking, MSRC 2022; decision 0010).
 */
@Component
class SignUpConfirmation {

    static final TokenPurpose PURPOSE = new TokenPurpose("registration");

    private final Accounts accounts;
    private final OneTimeTokens tokens;
    private final SignUpPasswords passwords;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    SignUpConfirmation(
            Accounts accounts,
            OneTimeTokens tokens,
            SignUpPasswords passwords,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.events = events;
        this.transaction = transaction;
    }

    /** Whether an account awaits its confirmation; one that was closed awaits nothing. */
    static boolean isPending(Account account) {
        return account.isActive() && !account.isConfirmed();
    }

    /** Whose link this is, while it is good. Looking spends nothing. */
    Optional<Account> holder(TenantId tenant, OneTimeToken token) {
        return tokens.look(tenant, PURPOSE, token)
                .flatMap(binding -> accounts.find(tenant, binding.account())
                        .filter(account -> account.email().equals(binding.address())))
                .filter(SignUpConfirmation::isPending);
    }

    /** Whether its password must be typed by whoever is not in the browser of the sign-up. */
    boolean asksPassword(TenantId tenant, Account account) {
        return passwords.isAsked(tenant, account.id());
    }

    /** A refused password leaves the link good. Nobody is signed in. */
    ConfirmOutcome confirm(TenantId tenant, OneTimeToken token, Chooser chooser, ClientAddress from) {
        var holder = holder(tenant, token);
        if (holder.isEmpty()) {
            return new LinkUnusable();
        }
        return refusal(tenant, holder.get(), chooser).orElseGet(() -> confirm(tenant, token, holder.get(), from));
    }

    private Optional<ConfirmOutcome> refusal(TenantId tenant, Account account, Chooser chooser) {
        return switch (chooser) {
            case SameBrowser() -> Optional.empty();
            case ByHeart(RawPassword typed) ->
                asksPassword(tenant, account) ? passwords.refusal(tenant, account.id(), typed) : Optional.empty();
        };
    }

    /**
     * Of several hands one turns the account, and only with the link that was looked at: a password chosen meanwhile has
     * ended it, and a sign-up sent again has taken the account away.
     */
    private ConfirmOutcome confirm(TenantId tenant, OneTimeToken token, Account account, ClientAddress from) {
        var confirmed = transaction.execute(status -> {
            if (accounts.confirm(tenant, account.id(), account.email())
                    && tokens.redeem(tenant, PURPOSE, token).isPresent()) {
                events.publishEvent(new AddressConfirmed(tenant, account.id(), from.value()));
                return true;
            }
            status.setRollbackOnly();
            return false;
        });
        return Boolean.TRUE.equals(confirmed) ? new Confirmed() : new LinkUnusable();
    }
}
