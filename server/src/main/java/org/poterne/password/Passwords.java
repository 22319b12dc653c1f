package org.poterne.password;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The passwords of every tenant: judged, hashed, compared, replaced. */
@Component
public class Passwords {

    /** Looked up in the place of an absent account, so that both ask the database the same. */
    private static final AccountId NOBODY = new AccountId(new UUID(0, 0));

    private final KeptPasswords kept;
    private final PasswordJudge judge;
    private final Hashing hashing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Passwords(KeptPasswords kept, PasswordJudge judge, Hashing hashing, ApplicationEventPublisher events, Clock clock) {
        this.kept = kept;
        this.judge = judge;
        this.hashing = hashing;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The rules that this candidate breaks, in the order of the page; none when it is acceptable. Outside any transaction:
     * it may wait for a core, or a second for a range service.
     *
     * @throws HashingBusy when earlier passwords must be compared and too many wait already
     */
    public List<PasswordRule> broken(TenantId tenant, RawPassword candidate, PasswordOwner owner) {
        return judge.broken(tenant, new Candidate(candidate, owner, Optional.empty()));
    }

    /**
     * As above for somebody who has typed the password in use as well: {@code Printemps2025!} is no answer to {@code
     * Printemps2024!}.
     */
    public List<PasswordRule> broken(TenantId tenant, RawPassword candidate, PasswordOwner owner, RawPassword current) {
        return judge.broken(tenant, new Candidate(candidate, owner, Optional.of(current)));
    }

    /**
     * Outside any transaction: it waits for a core.
     *
     * @throws HashingBusy when too many wait already
     */
    public HashedPassword hash(RawPassword password) {
        return new HashedPassword(hashing.hash(password));
    }

    /** The new password takes the place of the old one, and everybody concerned is told in the same transaction. */
    @Transactional
    public void replace(TenantId tenant, AccountId account, HashedPassword password) {
        var now = clock.instant();
        kept.replace(tenant, account, password.hash(), now);
        events.publishEvent(new PasswordReplaced(tenant, account, now));
    }

    /**
     * The account has no password until its owner sets one: for whoever shows that somebody else may know it. What it opened
     * is ended in the same transaction.
     */
    @Transactional
    public void withdraw(TenantId tenant, AccountId account) {
        kept.withdraw(tenant, account);
        events.publishEvent(new PasswordWithdrawn(tenant, account));
    }

    /** Whether the account has a password at all. */
    public boolean has(TenantId tenant, AccountId account) {
        return kept.find(tenant, account).isPresent();
    }

    /** When the account's password is good no more: never at most tenants, nor where there is none. */
    public Optional<Instant> expiry(TenantId tenant, AccountId account) {
        return kept.expiry(tenant, account);
    }

    /**
     * Compares what was typed with the account's password. An account that is absent, or has none yet, costs the same work:
     * the answer's time tells nothing (ASVS 6.3.8).
     *
     * @return since when this has been the account's password; nothing when it is not
     */
    public Optional<Instant> matches(TenantId tenant, Optional<AccountId> account, RawPassword typed) {
        var found = kept.find(tenant, account.orElse(NOBODY));
        if (!hashing.matches(typed, found.map(KeptPasswords.Kept::hash)) || found.isEmpty() || account.isEmpty()) {
            return Optional.empty();
        }
        var hash = found.get().hash();
        if (hashing.isDated(hash)) {
            kept.renew(tenant, account.get(), hash, hashing.hash(typed)); // same password, today's cost and pepper
        }
        return found.map(KeptPasswords.Kept::since);
    }

    /**
     * Whether the password of that moment still is the account's: asked in the transaction that opens something with it. A
     * reset under way waits for that transaction or has come first; either way nothing opened with the old password is left.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isStillThatOf(TenantId tenant, AccountId account, Instant since) {
        return kept.isStillThatOf(tenant, account, since);
    }

    /**
     * As {@link #isStillThatOf}, for who is about to change the account: of two who saw the same password at once, the second
     * waits for the first, and is then told what it left. A shared look would let both in, to wait for each other for ever.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean claim(TenantId tenant, AccountId account, Instant since) {
        return kept.claim(tenant, account, since);
    }
}
