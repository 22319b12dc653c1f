package org.poterne.account;

import java.util.Optional;
import java.util.stream.Stream;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** Whether a username may be chosen at all; whose it is already, nobody is asked here. */
@Component
public final class UsernameRules {

    private final Tenants tenants;

    UsernameRules(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Why it may not be. */
    public enum Refusal {
        MISSING,
        MALFORMED,
        RESERVED
    }

    public Optional<Refusal> refusal(Tenant house, String typed) {
        if (typed.isBlank()) {
            return Optional.of(Refusal.MISSING);
        }
        return Username.parse(typed)
                .map(username ->
                        isReserved(house, username) ? Optional.of(Refusal.RESERVED) : Optional.<Refusal>empty())
                .orElse(Optional.of(Refusal.MALFORMED));
    }

    private boolean isReserved(Tenant house, Username wanted) {
        return isTheHouses(house, wanted)
                || tenants.settings(house.id(), UsernameReservation.class)
                        .anyMatch(settings -> settings.reserves(wanted));
    }

    /** Nobody speaks in the house's own name. */
    private static boolean isTheHouses(Tenant house, Username wanted) {
        return Stream.of(house.id().value(), house.name())
                .flatMap(name -> Username.parse(name).stream())
                .anyMatch(name -> name.skeleton().equals(wanted.skeleton()));
    }
}
