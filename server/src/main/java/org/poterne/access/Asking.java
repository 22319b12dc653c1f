package org.poterne.access;

import java.util.Locale;
import org.poterne.access.AccessRequest.State;
import org.poterne.access.AskOutcome.AlreadyAsked;
import org.poterne.access.AskOutcome.Asked;
import org.poterne.access.AskOutcome.Gone;
import org.poterne.access.AskOutcome.TooOften;
import org.poterne.membership.Administrator;
import org.poterne.membership.Memberships;
import org.poterne.tenant.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The asking side: an establishment that exists and one that does not are answered alike, and cost the same. */
@Component
class Asking {

    private final AccessRequests requests;
    private final AccessBudgets budgets;
    private final AccessLetters letters;
    private final Memberships memberships;
    private final ApplicationEventPublisher events;

    Asking(
            AccessRequests requests,
            AccessBudgets budgets,
            AccessLetters letters,
            Memberships memberships,
            ApplicationEventPublisher events) {
        this.requests = requests;
        this.budgets = budgets;
        this.letters = letters;
        this.memberships = memberships;
        this.events = events;
    }

    @Transactional
    public AskOutcome ask(TenantId tenant, Wish wish, Locale language) {
        var by = wish.by().own().account();
        var here = wish.by().establishment().id();
        if (memberships.deciding(tenant, here, by).isEmpty()
                || memberships.find(tenant, here, wish.account()).isEmpty()) {
            return new Gone();
        }
        return budgets.spend(tenant, wish)
                .<AskOutcome>map(TooOften::new)
                .orElseGet(() -> requests.add(tenant, wish, budgets.establishment(tenant, wish), budgets.expiry(tenant))
                        .<AskOutcome>map(request -> {
                            letters.oweQuestion(tenant, request, language);
                            events.publishEvent(new AccessAsked(tenant, request.value(), by));
                            return new Asked();
                        })
                        .orElseGet(AlreadyAsked::new));
    }

    /** @return whether it was pending, and asked from there */
    @Transactional
    public boolean withdraw(TenantId tenant, Administrator by, AccessRequestId id) {
        var here = by.establishment().id();
        return memberships.deciding(tenant, here, by.own().account()).isPresent()
                && requests.find(tenant, id)
                        .filter(request -> request.askedFrom().equals(here))
                        .isPresent()
                && requests.close(tenant, id, State.WITHDRAWN);
    }
}
