package org.poterne.session;

import java.util.Comparator;
import java.util.List;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** The rooms that are open to somebody. */
@Component
public final class Rooms {

    private final List<Room> all;

    Rooms(List<Room> all) {
        this.all = all.stream().sorted(Comparator.comparingInt(Room::rank)).toList();
    }

    public List<Room> of(TenantId tenant, AccountId account) {
        return all.stream().filter(room -> room.opens().test(tenant, account)).toList();
    }
}
