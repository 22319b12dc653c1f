package org.poterne.users;

import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.membership.Administrator;
import org.poterne.membership.Membership;
import org.poterne.membership.Memberships;
import org.poterne.membership.Reduction;
import org.poterne.membership.Rights;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an administrator does to somebody's access: within what they hold themselves, read while nobody can change it
 * (attacks: Keycloak #31641). Nobody decides about themselves.
 */
@Component
class Managing {

    private final Memberships memberships;
    private final Departure departure;
    private final EndedLetter letter;

    Managing(Memberships memberships, Departure departure, EndedLetter letter) {
        this.memberships = memberships;
        this.departure = departure;
        this.letter = letter;
    }

    /** What came of it. */
    enum Outcome {
        DONE,
        BEYOND_OWN_RIGHTS,
        LAST_ADMINISTRATOR,
        /** Nobody of that account has access there; or whoever decides administers nothing there any more. */
        GONE
    }

    /** Somebody's access there, for the page; of nobody, and of whoever asks, there is none. */
    Optional<Membership> find(TenantId tenant, Administrator by, AccountId account) {
        return by.isThemselves(account)
                ? Optional.empty()
                : memberships.find(tenant, by.establishment().id(), account);
    }

    /** What the administrator does not hold stays as it is, whatever the form says of it. */
    @Transactional
    public Outcome change(TenantId tenant, Administrator by, AccountId account, Rights wanted) {
        return deciding(tenant, by, account, (administrator, membership) -> {
            var after =
                    wanted.and(membership.rights().without(administrator.own().rights()));
            if (after.equals(membership.rights())) {
                return Outcome.DONE;
            }
            if (!administrator.mayChange(membership.rights(), after)) {
                return Outcome.BEYOND_OWN_RIGHTS;
            }
            var reduction =
                    memberships.change(tenant, administrator.establishment().id(), account, after);
            if (reduction == Reduction.DONE) {
                departure.changed(tenant, administrator, account);
            }
            return outcome(reduction);
        });
    }

    @Transactional
    public Outcome remove(TenantId tenant, Administrator by, AccountId account) {
        return deciding(tenant, by, account, (administrator, membership) -> {
            if (!administrator.mayRemove(membership.rights())) {
                return Outcome.BEYOND_OWN_RIGHTS;
            }
            var reduction =
                    memberships.end(tenant, administrator.establishment().id(), account);
            if (reduction == Reduction.DONE) {
                letter.owe(tenant, account);
                departure.left(tenant, administrator, account);
            }
            return outcome(reduction);
        });
    }

    private interface Decision {
        Outcome of(Administrator administrator, Membership membership);
    }

    private Outcome deciding(TenantId tenant, Administrator by, AccountId account, Decision decision) {
        return memberships
                .deciding(tenant, by.establishment().id(), by.own().account())
                .flatMap(administrator ->
                        find(tenant, administrator, account).map(membership -> decision.of(administrator, membership)))
                .orElse(Outcome.GONE);
    }

    private static Outcome outcome(Reduction reduction) {
        return switch (reduction) {
            case DONE -> Outcome.DONE;
            case NOBODY -> Outcome.GONE;
            case LAST_ADMINISTRATOR -> Outcome.LAST_ADMINISTRATOR;
        };
    }
}
