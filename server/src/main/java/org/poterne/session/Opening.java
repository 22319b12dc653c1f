package org.poterne.session;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.poterne.account.OwnAccount;
import org.poterne.password.Passwords;
import org.poterne.tenant.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * From an entry to its next step, or to a session. What is due is asked in the transaction that opens, once the account is held
 * steady: a factor that is bound in that very instant is there already, and asked for, or comes after the session, as it would a
 * minute later.
 */
@Component
class Opening {

    private final Passwords passwords;
    private final Sessions sessions;
    private final Entries entries;
    private final OwnAccount own;
    private final ApplicationEventPublisher events;

    Opening(Passwords passwords, Sessions sessions, Entries entries, OwnAccount own, ApplicationEventPublisher events) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.entries = entries;
        this.own = own;
        this.events = events;
    }

    /** Where somebody stands now. */
    sealed interface Opened {}

    record InTheRoom(SessionId session) implements Opened {}

    record AtAStep(SessionId secret, EntryStep step) implements Opened {}

    /**
     * One transaction with the last look at the password: comparing takes a while, and a reset that came meanwhile must
     * leave no session of the old password behind.
     *
     * @return nothing when the password has been replaced
     */
    @Transactional
    public Optional<Opened> openOr(TenantId tenant, Entry entry, Function<Entry, Optional<EntryStep>> due) {
        return isStillGood(tenant, entry) && own.steady(tenant, entry.account())
                ? Optional.of(opened(tenant, entry, due))
                : Optional.empty();
    }

    /** The password before the entry, as a new password takes them: the other way round the two would wait for each other. */
    @Transactional
    public Optional<Opened> goOn(
            TenantId tenant, SessionId secret, Entry further, Function<Entry, Optional<EntryStep>> due) {
        return isStillGood(tenant, further) && entries.spend(tenant, secret) && own.steady(tenant, further.account())
                ? Optional.of(opened(tenant, further, due))
                : Optional.empty();
    }

    /**
     * In the same order; of two browsers that change the password at once, one does. What is due is asked after the change, which
     * may have ended it.
     */
    @Transactional
    public Optional<Opened> goOnBy(
            TenantId tenant,
            SessionId secret,
            Entry further,
            BooleanSupplier change,
            Function<Entry, Optional<EntryStep>> due) {
        if (!isClaimed(tenant, further)
                || !entries.spend(tenant, secret)
                || !own.steady(tenant, further.account())
                || !change.getAsBoolean()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Optional.empty();
        }
        return Optional.of(opened(tenant, further.withPasswordReplaced(), due));
    }

    private boolean isClaimed(TenantId tenant, Entry entry) {
        return entry.since()
                .map(since -> passwords.claim(tenant, entry.account(), since))
                .orElse(true);
    }

    private boolean isStillGood(TenantId tenant, Entry entry) {
        return entry.since()
                .map(since -> passwords.isStillThatOf(tenant, entry.account(), since))
                .orElse(true);
    }

    private Opened opened(TenantId tenant, Entry entry, Function<Entry, Optional<EntryStep>> due) {
        return due.apply(entry)
                .<Opened>map(step -> new AtAStep(entries.begin(tenant, entry), step))
                .orElseGet(() -> new InTheRoom(session(tenant, entry)));
    }

    private SessionId session(TenantId tenant, Entry entry) {
        entry.language().ifPresent(language -> own.speak(tenant, entry.account(), language));
        events.publishEvent(
                new SignedIn(tenant, entry.account(), entry.origin().address().value()));
        return sessions.open(tenant, entry.account(), entry.origin());
    }
}
