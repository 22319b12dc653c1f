package org.poterne.email;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.courier.Courier;
import org.poterne.courier.LetterOrder;
import org.poterne.email.AddressRequests.Typed;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Enters each step of a change, and owes its letters in the same transaction. */
@Component
final class ChangeDesk {

    static final Duration LINK_LIFE = Duration.ofHours(24); // NIST SP 800-63B-4 §4.2.1.2

    private static final Duration WORTH_SENDING = Duration.ofDays(2);

    private final AddressChanges changes;
    private final Courier courier;
    private final Tenants tenants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangeDesk(
            AddressChanges changes, Courier courier, Tenants tenants, ApplicationEventPublisher events, Clock clock) {
        this.changes = changes;
        this.courier = courier;
        this.tenants = tenants;
        this.events = events;
        this.clock = clock;
    }

    void ask(TenantId tenant, AccountId account, Typed typed) {
        var now = clock.instant();
        // the letter's wait, then the link's life
        var change = changes.ask(tenant, account, typed.to(), now.plus(LINK_LIFE.multipliedBy(2)));
        queue(tenant, ChangeLetters.CONFIRM, change, typed.language(), now.plus(LINK_LIFE));
        queue(tenant, ChangeLetters.ASKED, change, defaultLanguage(tenant), now.plus(WORTH_SENDING));
        events.publishEvent(new AddressChangeAsked(tenant, account, typed.from().value()));
    }

    boolean isHoldersToChange(TenantId tenant) {
        return policy(tenant).isHoldersToChange();
    }

    Instant now() {
        return clock.instant();
    }

    Instant recoverableFrom(TenantId tenant) {
        return clock.instant().plus(policy(tenant).cooling());
    }

    void make(TenantId tenant, AddressChange asked) {
        var undoUntil = clock.instant().plus(policy(tenant).undo());
        changes.make(tenant, asked.id(), undoUntil);
        queue(tenant, ChangeLetters.MADE, asked.id(), defaultLanguage(tenant), undoUntil);
    }

    /** The addresses that go are told: it may be the old mailbox that was stolen, and not the account. */
    void undo(TenantId tenant, AddressChange made) {
        var worthSending = clock.instant().plus(WORTH_SENDING);
        changes.undoFrom(tenant, made, worthSending)
                .forEach(undone ->
                        queue(tenant, ChangeLetters.UNDONE, undone.id(), defaultLanguage(tenant), worthSending));
        events.publishEvent(new AddressRestored(tenant, made.account()));
    }

    private void queue(TenantId tenant, String kind, UUID change, Locale language, Instant staleAt) {
        courier.queue(new LetterOrder(tenant, kind, change, language, clock.instant(), staleAt));
    }

    /** Not that of the browser at hand, which may be a thief's; the holder's own is known when the letter is written. */
    private Locale defaultLanguage(TenantId tenant) {
        return tenants.get(tenant).defaultLanguage();
    }

    private EmailPolicy policy(TenantId tenant) {
        return tenants.policy(tenant, EmailPolicy.class);
    }
}
