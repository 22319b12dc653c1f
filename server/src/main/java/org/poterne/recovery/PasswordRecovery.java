package org.poterne.recovery;

import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.password.HashedPassword;
import org.poterne.password.PasswordOwner;
import org.poterne.password.Passwords;
import org.poterne.recovery.ResetOutcome.Done;
import org.poterne.recovery.ResetOutcome.LinkUnusable;
import org.poterne.recovery.ResetOutcome.Mismatch;
import org.poterne.recovery.ResetOutcome.PasswordRefused;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The way back: from what proves ownership to a new password. */
@Component
class PasswordRecovery {

    private final WaysBack ways;
    private final Proofs proofs;
    private final Passwords passwords;
    private final TransactionTemplate transaction;

    PasswordRecovery(WaysBack ways, Proofs proofs, Passwords passwords, TransactionTemplate transaction) {
        this.ways = ways;
        this.proofs = proofs;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    /** Who comes back this way, while it is good. Looking spends nothing. */
    Optional<LinkHolder> holder(TenantId tenant, WayBack way) {
        return ways.holder(tenant, way);
    }

    /** What comes between this way and the new password, where anything does. */
    Optional<Proof> factorDue(TenantId tenant, WayBack way) {
        return switch (way) {
            case WayBack.Link(var token) ->
                ways.opened(tenant, token).flatMap(holder -> holder.attempt().factor());
            case WayBack.Attempt _ -> Optional.empty();
        };
    }

    ResetOutcome complete(TenantId tenant, WayBack way, NewPassword typed) {
        return holder(tenant, way)
                .map(holder -> mismatch(tenant, way, holder, typed)
                        .orElseGet(() -> complete(tenant, way, holder.account(), typed)))
                .orElseGet(LinkUnusable::new);
    }

    /** Nothing of the account judges the password before its description stands: a stranger would learn from the answer. */
    private Optional<ResetOutcome> mismatch(TenantId tenant, WayBack way, LinkHolder holder, NewPassword typed) {
        if (!holder.attempt().isDescribedAgain()) {
            return Optional.empty();
        }
        return switch (proofs.judge(tenant, holder, typed)) {
            case MATCHES -> Optional.empty();
            case DIFFERS -> Optional.of(new Mismatch());
            case EXHAUSTED -> {
                ways.close(tenant, way);
                yield Optional.of(new LinkUnusable());
            }
        };
    }

    /**
     * A refused password leaves the way open. The hash is computed before the transaction, so that no connection and no
     * row lock waits for it; what is spent then decides, in one statement, which of several hands wins.
     */
    private ResetOutcome complete(TenantId tenant, WayBack way, Account holder, NewPassword typed) {
        var broken = passwords.broken(tenant, typed.password(), PasswordOwner.of(holder));
        if (!broken.isEmpty()) {
            return new PasswordRefused(broken);
        }
        var hashed = passwords.hash(typed.password());
        var replaced = transaction.execute(_ -> replace(tenant, way, typed.description(), hashed));
        return Boolean.TRUE.equals(replaced) ? new Done() : new LinkUnusable();
    }

    private boolean replace(TenantId tenant, WayBack way, Description description, HashedPassword hashed) {
        var account = ways.spend(tenant, way, description);
        account.ifPresent(id -> passwords.replace(tenant, id, hashed));
        return account.isPresent();
    }
}
