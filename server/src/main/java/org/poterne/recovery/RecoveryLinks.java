package org.poterne.recovery;

import java.time.Instant;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.tenant.TenantId;
import org.poterne.token.OneTimeToken;
import org.poterne.token.OneTimeTokens;
import org.poterne.token.TokenBinding;
import org.poterne.token.TokenPurpose;
import org.springframework.stereotype.Component;

/** The links of the letters, each bound to an account, its address and an attempt: without one of them it is none. */
@Component
class RecoveryLinks {

    private static final TokenPurpose PURPOSE = new TokenPurpose("recovery");

    private final OneTimeTokens tokens;
    private final RecoveryAttempts attempts;
    private final Accounts accounts;

    RecoveryLinks(OneTimeTokens tokens, RecoveryAttempts attempts, Accounts accounts) {
        this.tokens = tokens;
        this.attempts = attempts;
        this.accounts = accounts;
    }

    /** A fresh one; the account's older one dies with it. */
    OneTimeToken mint(TenantId tenant, AttemptId attempt, Account account, Instant expires) {
        return tokens.mint(tenant, PURPOSE, new TokenBinding(account.id(), account.email(), attempt.value()), expires);
    }

    /** Whose link this is, while it is good. Looking spends nothing. */
    Optional<LinkHolder> holder(TenantId tenant, OneTimeToken token) {
        return tokens.look(tenant, PURPOSE, token).flatMap(binding -> holder(tenant, binding));
    }

    /** Spends it: of two hands reaching at once, one gets it. */
    Optional<LinkHolder> spend(TenantId tenant, OneTimeToken token) {
        return tokens.redeem(tenant, PURPOSE, token).flatMap(binding -> holder(tenant, binding));
    }

    /** An address given up since takes the link with it. */
    private Optional<LinkHolder> holder(TenantId tenant, TokenBinding binding) {
        return accounts.find(tenant, binding.account())
                .filter(Account::isActive)
                .filter(account -> account.email().equals(binding.address()))
                .flatMap(account -> attempts.find(tenant, new AttemptId(binding.concerns()))
                        .filter(attempt -> attempt.account().equals(Optional.of(account.id())))
                        .map(attempt -> new LinkHolder(account, attempt)));
    }
}
