package org.poterne.recovery;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.account.NewAccount;
import org.poterne.account.Username;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.profile.Profile;
import org.poterne.profile.Profiles;
import org.poterne.tenant.TenantId;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody with an account at metamots, as they describe it. */
record Described(String username, String email, Map<String, String> profile) {

    static final TenantId METAMOTS = new TenantId("metamots");

    private static final AtomicInteger COUNT = new AtomicInteger();

    static Described at(House house) {
        return at(house, "Camille", "Martin");
    }

    static Described at(House house, String givenName, String familyName) {
        return at(house, givenName, familyName, Locale.FRENCH);
    }

    static Described at(House house, String givenName, String familyName, Locale language) {
        var number = COUNT.incrementAndGet();
        var described = new Described(
                "cmartin" + number,
                "described." + number + "@example.org",
                Map.of(
                        "given-name",
                        givenName,
                        "family-name",
                        familyName,
                        "country",
                        "FR",
                        "organisation-kind",
                        "company"));
        described.enter(house, language);
        return described;
    }

    private void enter(House house, Locale language) {
        var account = new NewAccount(
                EmailAddress.parse(email).orElseThrow(),
                Username.parse(username),
                profile.getOrDefault("given-name", ""),
                profile.getOrDefault("family-name", ""),
                Optional.of(language));
        house.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            var added = house.bean(Accounts.class).addAll(METAMOTS, List.of(account));
            house.bean(Profiles.class).keepAll(METAMOTS, Map.of(added.get(account.email()), new Profile(profile)));
        });
    }

    Mailbox mailbox() {
        return new Mailbox(email);
    }

    /** All that the forms ask. */
    Map<String, String> fields() {
        var fields = new HashMap<>(profile);
        fields.put("email", email);
        return fields;
    }

    Map<String, String> with(String field, String value) {
        var fields = fields();
        fields.put(field, value);
        return fields;
    }

    Map<String, String> withPassword(String password) {
        return with("password", password);
    }

    Seen ask(Visitor visitor) {
        return visitor.submit(visitor.get("/metamots/recovery"), fields());
    }

    URI link(Visitor visitor) {
        ask(visitor);
        return mailbox().next().link();
    }

    boolean has(House house, String password) {
        var account = house.bean(Accounts.class)
                .findByEmail(METAMOTS, EmailAddress.parse(email).orElseThrow())
                .orElseThrow();
        return house.bean(Passwords.class)
                .matches(METAMOTS, Optional.of(account.id()), new RawPassword(password))
                .isPresent();
    }
}
