package org.poterne.email;

import java.util.Map;
import org.poterne.account.Account;
import org.poterne.session.Rooms;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the holder of an address that is not theirs to change is told instead: the way there is, step by step. A room that has
 * words for this page, its stem with {@code address}, is a way of its own for those it is open to.
 */
@Component
class AdministeredAddress {

    private final ChangeDesk desk;
    private final Rooms rooms;

    AdministeredAddress(ChangeDesk desk, Rooms rooms) {
        this.desk = desk;
        this.rooms = rooms;
    }

    boolean isAdministered(TenantId tenant) {
        return !desk.isHoldersToChange(tenant);
    }

    ModelAndView page(Tenant tenant, Account account) {
        return new ModelAndView(
                "email/administered",
                Map.of("account", account.email().given(), "rooms", rooms.of(tenant.id(), account.id())));
    }

    /** Asked all the same, past the page that has no form: nothing is looked at, compared or owed. */
    ModelAndView refused(Tenant tenant, Account account) {
        var page = page(tenant, account);
        page.setStatus(HttpStatus.FORBIDDEN);
        return page;
    }
}
