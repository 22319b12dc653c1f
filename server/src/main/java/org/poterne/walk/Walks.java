package org.poterne.walk;

import java.util.Comparator;
import java.util.List;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;
import org.springframework.stereotype.Component;

/** All that the house has people go through, whichever module tells it. */
@Component
public class Walks {

    private final List<WalkTeller> tellers;

    Walks(List<WalkTeller> tellers) {
        this.tellers = List.copyOf(tellers);
    }

    /** Those of a tenant, in the order in which people need them. */
    public List<Walk> of(Tenant tenant, Words words) {
        return tellers.stream()
                .flatMap(teller -> teller.walks(tenant, words))
                .sorted(Comparator.comparingInt(Walk::rank))
                .toList();
    }
}
