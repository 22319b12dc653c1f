package org.poterne.lockout;

import java.util.Optional;
import org.poterne.key.InstallationKey;
import org.poterne.lockout.Comparison.Crowded;
import org.poterne.lockout.Comparison.Locked;
import org.poterne.lockout.Comparison.Right;
import org.poterne.lockout.Comparison.Wrong;
import org.poterne.password.HashingBusy;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/**
 * Compares a typed password within the account's budget of failures, whatever the page, the identifier or the node: the
 * only way to learn whether a password is right (Zitadel CVE-2025-64102: a newer door without the lock of the older one).
 *
 * <p>Every answer costs one hash and the same rows: for nobody as for somebody, locked as not (Spring CVE-2026-22746).
 */
@Component
public class PasswordGuard {

    private final Lanes lanes;
    private final Counters counters;
    private final Lockout lockout;
    private final Passwords passwords;
    private final InstallationKey key;

    PasswordGuard(Lanes lanes, Counters counters, Lockout lockout, Passwords passwords, InstallationKey key) {
        this.lanes = lanes;
        this.counters = counters;
        this.lockout = lockout;
        this.passwords = passwords;
        this.key = key;
    }

    /** One guess, with the counters it is held by while it is evaluated. */
    record Guess(TenantId tenant, Claim claim, Lane attempts, Lane cap, Lane shown) {}

    /** @throws HashingBusy when too many wait for a hash already; the guess then counts for nothing */
    public Comparison compare(TenantId tenant, Claim claim, RawPassword typed) {
        var guess = new Guess(
                tenant, claim, lanes.attempts(tenant, claim), lanes.cap(tenant, claim), lanes.shown(tenant, claim));
        return switch (counters.holdBoth(tenant, guess.attempts(), guess.cap())) {
            case HELD -> evaluate(guess, typed);
            case OCCUPIED -> new Crowded();
            case SHUT -> {
                var _ = passwords.matches(tenant, Optional.empty(), typed); // for the time it takes alone
                yield claim.isSettled() ? new Locked() : said(lockout.shown(guess, digest(guess, typed)));
            }
        };
    }

    private Comparison evaluate(Guess guess, RawPassword typed) {
        try {
            var since = passwords.matches(guess.tenant(), guess.claim().account(), typed);
            if (since.isPresent()) {
                lockout.right(guess);
                return new Right(since.get());
            }
        } catch (HashingBusy busy) {
            counters.release(guess.tenant(), guess.attempts());
            counters.release(guess.tenant(), guess.cap());
            throw busy;
        }
        var left = lockout.wrong(guess, digest(guess, typed));
        return said(guess.claim().isSettled() ? left : lockout.shown(guess, digest(guess, typed)));
    }

    /** What may be told: the same for every name that was typed as often, whoever's it is and however the account stands. */
    private static Comparison said(int attemptsLeft) {
        return attemptsLeft > 0 ? new Wrong(attemptsLeft) : new Locked();
    }

    /** Of one lane: a digest met in another tells nothing. */
    private byte[] digest(Guess guess, RawPassword typed) {
        return typed.digest(key, "wrong password", guess.attempts().subject());
    }
}
