package org.poterne.recovery;

import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.password.HashedPassword;
import org.poterne.password.PasswordOwner;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.recovery.ResetOutcome.Done;
import org.poterne.recovery.ResetOutcome.LinkUnusable;
import org.poterne.recovery.ResetOutcome.PasswordRefused;
import org.poterne.tenant.TenantId;
import org.poterne.token.OneTimeToken;
import org.poterne.token.OneTimeTokens;
import org.poterne.token.TokenBinding;
import org.poterne.token.TokenPurpose;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The way back: from the link in the letter to a new password. */
@Component
class PasswordRecovery {

    static final TokenPurpose PURPOSE = new TokenPurpose("recovery");

    private final RecoveryAttempts attempts;
    private final OneTimeTokens tokens;
    private final Accounts accounts;
    private final Passwords passwords;
    private final TransactionTemplate transaction;

    PasswordRecovery(
            RecoveryAttempts attempts,
            OneTimeTokens tokens,
            Accounts accounts,
            Passwords passwords,
            TransactionTemplate transaction) {
        this.attempts = attempts;
        this.tokens = tokens;
        this.accounts = accounts;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    /** Whose link this is, while it is good. Looking spends nothing. */
    Optional<Account> holder(TenantId tenant, OneTimeToken token) {
        return tokens.look(tenant, PURPOSE, token).flatMap(binding -> holder(tenant, binding));
    }

    /**
     * A refused password leaves the link good. The hash is computed before the transaction, so that no connection and no
     * row lock waits for it; the token then decides, in one statement, which of several hands wins.
     */
    ResetOutcome complete(TenantId tenant, OneTimeToken token, RawPassword password) {
        var holder = holder(tenant, token);
        if (holder.isEmpty()) {
            return new LinkUnusable();
        }
        var broken = passwords.broken(tenant, password, PasswordOwner.of(holder.get()));
        if (!broken.isEmpty()) {
            return new PasswordRefused(broken);
        }
        var hashed = passwords.hash(password);
        var replaced = transaction.execute(_ -> replace(tenant, token, hashed));
        return Boolean.TRUE.equals(replaced) ? new Done() : new LinkUnusable();
    }

    /** Whoever had the letter reads its address, so that it is confirmed too; what was set before is void (RG-6). */
    private boolean replace(TenantId tenant, OneTimeToken token, HashedPassword hashed) {
        return tokens.redeem(tenant, PURPOSE, token)
                .filter(binding -> holder(tenant, binding).isPresent())
                .flatMap(binding -> attempts.find(tenant, new AttemptId(binding.concerns()))
                        .filter(attempt -> attempt.account().equals(Optional.of(binding.account()))))
                .filter(attempt -> attempt.due().equals(Optional.of(new Proof.MailedLink())))
                .flatMap(attempt -> attempts.stands(tenant, attempt))
                .filter(attempt -> attempt.due().isEmpty())
                .flatMap(RecoveryAttempt::account)
                .flatMap(account -> accounts.find(tenant, account))
                .map(account -> {
                    accounts.confirm(tenant, account.id(), account.email());
                    passwords.replace(tenant, account.id(), hashed);
                    return true;
                })
                .orElse(false);
    }

    /** Bound to the address its letter went to: an address given up since takes the link with it. */
    private Optional<Account> holder(TenantId tenant, TokenBinding binding) {
        return accounts.find(tenant, binding.account())
                .filter(Account::isActive)
                .filter(account -> account.email().equals(binding.address()));
    }
}
