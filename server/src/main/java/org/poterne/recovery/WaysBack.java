package org.poterne.recovery;

import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.tenant.TenantId;
import org.poterne.token.OneTimeToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who comes back, by a link or by their browser's own attempt; and the end of it, once. */
@Component
class WaysBack {

    private final RecoveryLinks links;
    private final RecoveryAttempts attempts;
    private final Proofs proofs;
    private final Accounts accounts;

    WaysBack(RecoveryLinks links, RecoveryAttempts attempts, Proofs proofs, Accounts accounts) {
        this.links = links;
        this.attempts = attempts;
        this.proofs = proofs;
        this.accounts = accounts;
    }

    /** Looking spends nothing. A link that a factor is still asked behind leads no further by itself. */
    Optional<LinkHolder> holder(TenantId tenant, WayBack way) {
        return switch (way) {
            case WayBack.Link(var token) ->
                links.holder(tenant, token)
                        .filter(holder -> holder.attempt().factor().isEmpty());
            case WayBack.Attempt(var id) ->
                attempts.find(tenant, id)
                        .filter(attempt -> attempt.due().isEmpty())
                        .flatMap(attempt -> holder(tenant, attempt));
        };
    }

    /** Whose link this is, whatever else is asked behind it. */
    Optional<LinkHolder> opened(TenantId tenant, OneTimeToken token) {
        return links.holder(tenant, token);
    }

    /**
     * The factor that is asked behind the link was shown: the link is spent, and the browser goes on with the attempt, in which
     * all stands now.
     */
    @Transactional
    public Optional<AttemptId> factorStands(TenantId tenant, OneTimeToken token) {
        return links.spend(tenant, token)
                .filter(holder -> attempts.standBehindLink(tenant, holder.attempt()))
                .map(holder -> holder.attempt().id());
    }

    private Optional<LinkHolder> holder(TenantId tenant, RecoveryAttempt attempt) {
        return attempt.account()
                .flatMap(account -> accounts.find(tenant, account))
                .filter(Account::isActive)
                .map(account -> new LinkHolder(account, attempt));
    }

    /** In the transaction that replaces the password: of two hands reaching at once, one gets it. */
    Optional<AccountId> spend(TenantId tenant, WayBack way, Description description) {
        return switch (way) {
            case WayBack.Link(var token) -> spend(tenant, token, description);
            case WayBack.Attempt _ -> holder(tenant, way).flatMap(holder -> attempts.finish(tenant, holder.attempt()));
        };
    }

    /** Whoever had the letter reads its address, so that it is confirmed too; what was set before is void (RG-6). */
    private Optional<AccountId> spend(TenantId tenant, OneTimeToken token, Description description) {
        return links.spend(tenant, token)
                .filter(holder -> proofs.allStand(tenant, holder, description))
                .map(LinkHolder::account)
                .map(account -> {
                    accounts.confirm(tenant, account.id(), account.email());
                    return account.id();
                });
    }

    /** Nobody comes back this way any more. */
    void close(TenantId tenant, WayBack way) {
        switch (way) {
            case WayBack.Link(var token) -> links.spend(tenant, token);
            case WayBack.Attempt(var id) -> attempts.end(tenant, id);
        }
    }
}
