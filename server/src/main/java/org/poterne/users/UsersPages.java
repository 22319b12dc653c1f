package org.poterne.users;

import java.util.Locale;
import java.util.Map;
import org.poterne.membership.Administrator;
import org.poterne.membership.AdministratorDoor;
import org.poterne.membership.Memberships;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "Ajouter et gérer des utilisateurs": who has access, who is invited, what is asked. */
@Controller
class UsersPages {

    private static final int PER_PAGE = 50;

    private final AdministratorDoor door;
    private final Memberships memberships;
    private final UserList list;
    private final Questions questions;

    UsersPages(AdministratorDoor door, Memberships memberships, UserList list, Questions questions) {
        this.door = door;
        this.memberships = memberships;
        this.list = list;
        this.questions = questions;
    }

    /** Whoever administers one establishment is there at once. */
    @GetMapping("/{tenant}/users")
    ModelAndView choose(Tenant tenant, SignedInPerson person) {
        var administered = memberships.administered(tenant.id(), person.account());
        return switch (administered.size()) {
            case 0 -> throw AdministratorDoor.nothingHere();
            case 1 ->
                new ModelAndView("redirect:"
                        + tenant.path("/users/"
                                + administered.getFirst().establishment().number()));
            default ->
                new ModelAndView(
                        "users/choose",
                        Map.of(
                                "establishments",
                                administered.stream()
                                        .map(Administrator::establishment)
                                        .toList()));
        };
    }

    @GetMapping("/{tenant}/users/{number}")
    ModelAndView list(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "1") String page) {
        var administrator = door.open(tenant, person, number);
        var found = list.matching(tenant, tenant.words(language), administrator, search);
        var pages = Math.max(1, Math.ceilDiv(found.size(), PER_PAGE));
        var shown = Math.clamp(page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1, 1, pages);
        return new ModelAndView(
                "users/list",
                Map.of(
                        "establishment", administrator.establishment(),
                        "search", search.strip(),
                        "rows",
                                found.stream()
                                        .skip((shown - 1L) * PER_PAGE)
                                        .limit(PER_PAGE)
                                        .toList(),
                        "count", found.size(),
                        "shown", shown,
                        "pages", pages,
                        "questions", questions.waiting(tenant, language, administrator),
                        "asked", questions.asked(tenant, language, administrator)));
    }

    @GetMapping("/{tenant}/users/{number}/add")
    ModelAndView add(Tenant tenant, SignedInPerson person, @PathVariable String number) {
        return new ModelAndView(
                "users/add",
                Map.of("establishment", door.open(tenant, person, number).establishment()));
    }
}
