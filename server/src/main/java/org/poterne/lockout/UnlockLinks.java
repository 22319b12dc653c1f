package org.poterne.lockout;

import java.time.Clock;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterOrder;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.token.OneTimeToken;
import org.poterne.token.OneTimeTokens;
import org.poterne.token.TokenBinding;
import org.poterne.token.TokenPurpose;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links that unlock, and nothing else: no sign-in, no new password (LO-4). */
@Component
class UnlockLinks {

    private static final TokenPurpose PURPOSE = new TokenPurpose("unlock");

    private final OneTimeTokens tokens;
    private final Accounts accounts;
    private final Locks locks;
    private final Tenants tenants;
    private final Clock clock;

    UnlockLinks(OneTimeTokens tokens, Accounts accounts, Locks locks, Tenants tenants, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.locks = locks;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** What an owner is written when the lock falls: nothing, if it has been opened since or opens by time alone. */
    Optional<Letter> whenLocked(LetterOrder order, Account account) {
        var policy = tenants.policy(order.tenant(), LockoutPolicy.class);
        return switch (locks.state(order.tenant(), account.id())) {
            case PASSWORD_DEAD ->
                Optional.of(UnlockWords.passwordDead(tenants.get(order.tenant()), account, order.languageFor(account)));
            case LOCKED -> policy.opensByLetter() ? Optional.of(withLink(order, account, policy)) : Optional.empty();
            case OPEN -> Optional.empty();
        };
    }

    /** What somebody is written who asked: the page said nothing of the account, so the letter does. */
    Letter whenAsked(LetterOrder order, Account account) {
        return switch (locks.state(order.tenant(), account.id())) {
            case PASSWORD_DEAD ->
                UnlockWords.passwordDead(tenants.get(order.tenant()), account, order.languageFor(account));
            case LOCKED -> withLink(order, account, tenants.policy(order.tenant(), LockoutPolicy.class));
            case OPEN -> UnlockWords.notLocked(tenants.get(order.tenant()), account, order.languageFor(account));
        };
    }

    private Letter withLink(LetterOrder order, Account account, LockoutPolicy policy) {
        var tenant = tenants.get(order.tenant());
        var expires = clock.instant().plus(policy.linkLife());
        var token = tokens.mint(
                order.tenant(), PURPOSE, new TokenBinding(account.id(), account.email(), order.concerns()), expires);
        return UnlockWords.withLink(
                tenant,
                account,
                order.languageFor(account),
                tenant.link("/unlock/open?token=" + token.reveal()),
                expires);
    }

    /** Whether the link is good. Looking spends nothing. */
    boolean isGood(TenantId tenant, OneTimeToken token) {
        return tokens.look(tenant, PURPOSE, token)
                .filter(binding -> isTheirs(tenant, binding))
                .isPresent();
    }

    /** @return whether the link was good: of two hands reaching at once, one unlocks */
    @Transactional
    public boolean unlock(TenantId tenant, OneTimeToken token) {
        var redeemed = tokens.redeem(tenant, PURPOSE, token).filter(binding -> isTheirs(tenant, binding));
        redeemed.ifPresent(binding -> locks.unlock(tenant, binding.account()));
        return redeemed.isPresent();
    }

    /** Bound to the address its letter went to: an address given up since takes the link with it. */
    private boolean isTheirs(TenantId tenant, TokenBinding binding) {
        return accounts.find(tenant, binding.account())
                .filter(Account::isActive)
                .filter(account -> account.email().equals(binding.address()))
                .isPresent();
    }
}
