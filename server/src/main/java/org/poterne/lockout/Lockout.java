package org.poterne.lockout;

import org.poterne.lockout.PasswordGuard.Guess;
import org.poterne.tenant.Tenants;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of the counters once a guess has been evaluated. */
@Component
class Lockout {

    private final Counters counters;
    private final LockedLetter letter;
    private final Tenants tenants;
    private final ApplicationEventPublisher events;

    Lockout(Counters counters, LockedLetter letter, Tenants tenants, ApplicationEventPublisher events) {
        this.counters = counters;
        this.letter = letter;
        this.tenants = tenants;
        this.events = events;
    }

    /** All attempts are back, and the next lock is a short one again. */
    @Transactional
    public void right(Guess guess) {
        counters.clear(guess.tenant(), guess.attempts());
        counters.clear(guess.tenant(), guess.cap());
        counters.clear(guess.tenant(), guess.shown());
    }

    /**
     * Counts it against the account; at the limit the account locks, and its owner is written to.
     *
     * @param password keyed digest of what was typed
     * @return attempts left; none when it is locked
     */
    @Transactional
    public int wrong(Guess guess, byte[] password) {
        var policy = tenants.policy(guess.tenant(), LockoutPolicy.class);
        var count = counters.wrong(guess.tenant(), guess.attempts(), password, policy);
        if (count.repeated()) {
            counters.release(guess.tenant(), guess.cap());
            return guess.attempts().limit() - count.failures();
        }
        var inARow = counters.add(guess.tenant(), guess.cap());
        if (count.locked() || inARow >= guess.cap().limit()) {
            events.publishEvent(new AccountLocked(guess.tenant(), guess.claim().account()));
            letter.owe(guess.tenant(), guess.claim().account());
            return 0;
        }
        return Math.min(guess.attempts().limit() - count.failures(), guess.cap().limit() - inARow);
    }

    /**
     * Counts it against what was typed, whether or not it was compared.
     *
     * @return attempts left, as the visitor may be told; none when it is locked
     */
    @Transactional
    public int shown(Guess guess, byte[] password) {
        if (counters.isShut(guess.tenant(), guess.shown())) {
            return 0;
        }
        counters.enter(guess.tenant(), guess.shown());
        var policy = tenants.policy(guess.tenant(), LockoutPolicy.class);
        var count = counters.wrong(guess.tenant(), guess.shown(), password, policy);
        return count.locked() ? 0 : guess.shown().limit() - count.failures();
    }
}
