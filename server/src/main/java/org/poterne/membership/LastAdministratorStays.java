package org.poterne.membership;

import java.util.Comparator;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.account.DeletionObstacle;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** An establishment is not left without anybody who could invite the next: not by a deleted account either. */
@Component
class LastAdministratorStays implements DeletionObstacle {

    private final Memberships memberships;
    private final Establishments establishments;

    LastAdministratorStays(Memberships memberships, Establishments establishments) {
        this.memberships = memberships;
        this.establishments = establishments;
    }

    /** In one order, so that two who leave the same establishments do not wait for each other. */
    @Override
    @Transactional(propagation = Propagation.REQUIRED)
    public Optional<String> sentence(TenantId tenant, AccountId account) {
        var own = memberships.of(tenant, account).stream()
                .map(membership -> membership.establishment().id())
                .sorted(Comparator.comparing(EstablishmentId::value))
                .toList();
        own.forEach(establishment -> establishments.oneAtATime(tenant, establishment));
        return own.stream().anyMatch(establishment -> memberships.isLastAdministrator(tenant, establishment, account))
                ? Optional.of("membership.last-administrator")
                : Optional.empty();
    }
}
