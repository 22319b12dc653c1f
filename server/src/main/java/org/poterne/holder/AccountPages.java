package org.poterne.holder;

import java.util.Locale;
import java.util.Map;
import org.poterne.account.Account;
import org.poterne.password.Passwords;
import org.poterne.session.Rooms;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** "Mon compte": who one is here, and the way to all that can be done about it. */
@Controller
class AccountPages {

    private final OwnPages pages;
    private final OwnProfile profiles;
    private final Rooms rooms;
    private final Passwords passwords;

    AccountPages(OwnPages pages, OwnProfile profiles, Rooms rooms, Passwords passwords) {
        this.pages = pages;
        this.profiles = profiles;
        this.rooms = rooms;
        this.passwords = passwords;
    }

    @GetMapping("/{tenant}/account")
    ModelAndView account(Tenant tenant, SignedInPerson person, Locale language) {
        return pages.page(
                tenant,
                person,
                "holder/account",
                account -> Map.of(
                        "profile", profiles.shown(tenant, tenant.words(language), account),
                        "rooms", rooms.of(tenant.id(), account.id()),
                        "passwordDetail", passwordDetail(tenant, tenant.words(language), account)));
    }

    /** Until when the password is good; nothing where it never expires. */
    private String passwordDetail(Tenant tenant, Words words, Account account) {
        return passwords
                .expiry(tenant.id(), account.id())
                .map(expiry -> words.say(
                        "holder.account.password-until",
                        "moment",
                        PageTime.of(words, tenant, expiry).shown()))
                .orElse("");
    }
}
