package org.poterne.users;

import java.util.Locale;
import java.util.Map;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.membership.Administrator;
import org.poterne.membership.AdministratorDoor;
import org.poterne.membership.Membership;
import org.poterne.membership.Rights;
import org.poterne.membership.RightsForm;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "Gérer": somebody's rights, and the end of their access, asked twice. */
@Controller
class ManagePages {

    private final AdministratorDoor door;
    private final Managing managing;
    private final Accounts accounts;
    private final RightsForm rights;

    ManagePages(AdministratorDoor door, Managing managing, Accounts accounts, RightsForm rights) {
        this.door = door;
        this.managing = managing;
        this.accounts = accounts;
        this.rights = rights;
    }

    @GetMapping("/{tenant}/users/{number}/manage/{account}")
    ModelAndView manage(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            @PathVariable String number,
            @PathVariable String account) {
        var administrator = door.open(tenant, person, number);
        var member = member(tenant, administrator, account);
        return manage(tenant, language, administrator, member, member.rights(), "");
    }

    @Sensitive
    @PostMapping("/{tenant}/users/{number}/manage/{account}")
    ModelAndView change(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            @PathVariable String number,
            @PathVariable String account,
            @RequestParam Map<String, String> sent) {
        var administrator = door.open(tenant, person, number);
        var member = member(tenant, administrator, account);
        var wanted = rights.sent(tenant.id(), sent);
        return switch (managing.change(tenant.id(), administrator, member.account(), wanted)) {
            case DONE -> AdministratorDoor.list(tenant, administrator, "?notice=users.rights-saved");
            case BEYOND_OWN_RIGHTS -> {
                door.refused(tenant, administrator);
                yield again(manage(
                        tenant, language, administrator, member, wanted, say(tenant, language, "users.manage.beyond")));
            }
            case LAST_ADMINISTRATOR ->
                again(manage(
                        tenant,
                        language,
                        administrator,
                        member,
                        wanted,
                        say(tenant, language, "users.manage.last-administrator")));
            case GONE -> throw AdministratorDoor.nothingHere();
        };
    }

    @GetMapping("/{tenant}/users/{number}/remove/{account}")
    ModelAndView sure(Tenant tenant, SignedInPerson person, @PathVariable String number, @PathVariable String account) {
        var administrator = door.open(tenant, person, number);
        return sure(tenant, administrator, member(tenant, administrator, account), "");
    }

    @Sensitive
    @PostMapping("/{tenant}/users/{number}/remove/{account}")
    ModelAndView remove(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            @PathVariable String number,
            @PathVariable String account) {
        var administrator = door.open(tenant, person, number);
        var member = member(tenant, administrator, account);
        return switch (managing.remove(tenant.id(), administrator, member.account())) {
            case DONE -> AdministratorDoor.list(tenant, administrator, "?notice=users.removed");
            case BEYOND_OWN_RIGHTS -> {
                door.refused(tenant, administrator);
                yield again(sure(tenant, administrator, member, say(tenant, language, "users.remove.beyond")));
            }
            case LAST_ADMINISTRATOR ->
                again(sure(tenant, administrator, member, say(tenant, language, "users.manage.last-administrator")));
            case GONE -> throw AdministratorDoor.nothingHere();
        };
    }

    private ModelAndView manage(
            Tenant tenant,
            Locale language,
            Administrator administrator,
            Membership member,
            Rights ticked,
            String error) {
        return new ModelAndView(
                "users/manage",
                Map.of(
                        "establishment", administrator.establishment(),
                        "account", account(tenant, member),
                        "boxes",
                                rights.boxes(
                                        tenant.id(),
                                        tenant.words(language),
                                        ticked,
                                        administrator.own().rights()),
                        "error", error));
    }

    private ModelAndView sure(Tenant tenant, Administrator administrator, Membership member, String error) {
        return new ModelAndView(
                "users/remove",
                Map.of(
                        "establishment", administrator.establishment(),
                        "account", account(tenant, member),
                        "error", error));
    }

    /** Nobody, somebody of another establishment, and whoever asks: no such page. */
    private Membership member(Tenant tenant, Administrator administrator, String account) {
        return AccountId.parse(account)
                .flatMap(id -> managing.find(tenant.id(), administrator, id))
                .orElseThrow(AdministratorDoor::nothingHere);
    }

    private Account account(Tenant tenant, Membership member) {
        return accounts.find(tenant.id(), member.account()).orElseThrow(AdministratorDoor::nothingHere);
    }

    private static String say(Tenant tenant, Locale language, String key) {
        return tenant.words(language).say(key);
    }

    private static ModelAndView again(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
