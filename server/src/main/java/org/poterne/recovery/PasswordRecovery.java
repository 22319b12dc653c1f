package org.poterne.recovery;

import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.password.HashedPassword;
import org.poterne.password.PasswordOwner;
import org.poterne.password.Passwords;
import org.poterne.recovery.ResetOutcome.Done;
import org.poterne.recovery.ResetOutcome.LinkUnusable;
import org.poterne.recovery.ResetOutcome.Mismatch;
import org.poterne.recovery.ResetOutcome.PasswordRefused;
import org.poterne.tenant.TenantId;
import org.poterne.token.OneTimeToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The way back: from the link in the letter to a new password. */
@Component
class PasswordRecovery {

    private final RecoveryLinks links;
    private final Proofs proofs;
    private final Accounts accounts;
    private final Passwords passwords;
    private final TransactionTemplate transaction;

    PasswordRecovery(
            RecoveryLinks links,
            Proofs proofs,
            Accounts accounts,
            Passwords passwords,
            TransactionTemplate transaction) {
        this.links = links;
        this.proofs = proofs;
        this.accounts = accounts;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    /** Whose link this is, while it is good. Looking spends nothing. */
    Optional<LinkHolder> holder(TenantId tenant, OneTimeToken token) {
        return links.holder(tenant, token);
    }

    ResetOutcome complete(TenantId tenant, OneTimeToken token, NewPassword typed) {
        return holder(tenant, token)
                .map(holder -> mismatch(tenant, token, holder, typed)
                        .orElseGet(() -> complete(tenant, token, holder.account(), typed)))
                .orElseGet(LinkUnusable::new);
    }

    /** Nothing of the account judges the password before its description stands: a stranger would learn from the answer. */
    private Optional<ResetOutcome> mismatch(TenantId tenant, OneTimeToken token, LinkHolder holder, NewPassword typed) {
        if (!holder.attempt().isDescribedAgain()) {
            return Optional.empty();
        }
        return switch (proofs.judge(tenant, holder, typed)) {
            case MATCHES -> Optional.empty();
            case DIFFERS -> Optional.of(new Mismatch());
            case EXHAUSTED -> {
                links.spend(tenant, token);
                yield Optional.of(new LinkUnusable());
            }
        };
    }

    /**
     * A refused password leaves the link good. The hash is computed before the transaction, so that no connection and no
     * row lock waits for it; the token then decides, in one statement, which of several hands wins.
     */
    private ResetOutcome complete(TenantId tenant, OneTimeToken token, Account holder, NewPassword typed) {
        var broken = passwords.broken(tenant, typed.password(), PasswordOwner.of(holder));
        if (!broken.isEmpty()) {
            return new PasswordRefused(broken);
        }
        var hashed = passwords.hash(typed.password());
        var replaced = transaction.execute(_ -> replace(tenant, token, typed.description(), hashed));
        return Boolean.TRUE.equals(replaced) ? new Done() : new LinkUnusable();
    }

    /** Whoever had the letter reads its address, so that it is confirmed too; what was set before is void (RG-6). */
    private boolean replace(TenantId tenant, OneTimeToken token, Description description, HashedPassword hashed) {
        return links.spend(tenant, token)
                .filter(holder -> proofs.allStand(tenant, holder, description))
                .map(LinkHolder::account)
                .map(account -> {
                    accounts.confirm(tenant, account.id(), account.email());
                    passwords.replace(tenant, account.id(), hashed);
                    return true;
                })
                .orElse(false);
    }
}
