package org.poterne.guidebook;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.account.Enrolment;
import org.poterne.account.NewAccount;
import org.poterne.account.Username;
import org.poterne.guidebook.Hero.Elsewhere;
import org.poterne.membership.Establishment;
import org.poterne.membership.EstablishmentNumber;
import org.poterne.membership.Establishments;
import org.poterne.membership.MembershipPolicy;
import org.poterne.membership.Memberships;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.profile.Profile;
import org.poterne.profile.ProfileField;
import org.poterne.profile.ProfilePolicy;
import org.poterne.profile.Profiles;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.poterne.walk.Step;
import org.poterne.walk.Typed.Known;
import org.poterne.walk.Walks;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds somebody for each walk, who is at its beginning what the walk needs them to be. */
final class Cast {

    private final WalkedServer server;
    private final Names names = new Names();
    private final AtomicInteger establishments = new AtomicInteger(7000);

    Cast(WalkedServer server) {
        this.server = server;
    }

    /** Who has no account yet. */
    Hero newcomer(Tenant tenant) {
        return hero(tenant, names.next(), Elsewhere.NOWHERE);
    }

    /** Whether anybody ever types one at this tenant. */
    private boolean hasUsernames(Tenant tenant) {
        var words = tenant.words(tenant.defaultLanguage());
        return server.bean(Walks.class).of(tenant, words).stream()
                .flatMap(walk -> walk.steps().stream())
                .anyMatch(step -> step instanceof Step.Fill fill
                        && fill.entries().stream().anyMatch(entry -> entry.typed() == Known.USERNAME));
    }

    /** Who has an account, its password, and every answer that the tenant asks. */
    Hero holder(Tenant tenant, Locale language) {
        var hero = newcomer(tenant);
        add(tenant, hero, language);
        return hero;
    }

    /** Who has all rights in an establishment where a colleague works too. */
    Hero administrator(Tenant tenant, Locale language) {
        var hero = holder(tenant, language);
        var colleague = newcomer(tenant);
        var rights = server.bean(Tenants.class)
                .policy(tenant.id(), MembershipPolicy.class)
                .all();
        var here = establishment(tenant, "Hôtel du Parc");
        var there = establishment(tenant, "Hôtel du Lac");
        var memberships = server.bean(Memberships.class);
        var guest = add(tenant, colleague, language);
        server.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            memberships.grant(tenant.id(), here.id(), id(tenant, hero), rights);
            memberships.grant(tenant.id(), here.id(), guest, rights);
        });
        return new Hero(
                hero.email(),
                hero.username(),
                hero.profile(),
                hero.colleague(),
                new Elsewhere(there.number().value(), there.email().given()));
    }

    private Establishment establishment(Tenant tenant, String name) {
        var number = String.valueOf(establishments.getAndIncrement());
        return server.bean(Establishments.class)
                .add(tenant.id(), new EstablishmentNumber(number), name, address("contact." + number))
                .orElseThrow();
    }

    private AccountId id(Tenant tenant, Hero hero) {
        return server.bean(Accounts.class)
                .findByEmail(tenant.id(), hero.email())
                .orElseThrow()
                .id();
    }

    private AccountId add(Tenant tenant, Hero hero, Locale language) {
        var accounts = server.bean(Accounts.class);
        var passwords = server.bean(Passwords.class);
        var person = new NewAccount(
                hero.email(),
                hasUsernames(tenant) ? Username.parse(hero.username()) : Optional.empty(),
                hero.profile().getOrDefault("given-name", ""),
                hero.profile().getOrDefault("family-name", hero.profile().getOrDefault("name", "")),
                Optional.of(language));
        return Optional.ofNullable(server.bean(TransactionTemplate.class).execute(_ -> {
                    if (!(accounts.signUp(tenant.id(), person, language) instanceof Enrolment.Added(var id))) {
                        throw new WalkFailed(
                                "no account could be made for " + hero.email().given());
                    }
                    server.bean(Profiles.class).keep(tenant.id(), id, new Profile(hero.profile()));
                    accounts.confirm(tenant.id(), id, hero.email());
                    passwords.replace(tenant.id(), id, passwords.hash(new RawPassword(Hero.PASSWORD)));
                    return id;
                }))
                .orElseThrow();
    }

    private Hero hero(Tenant tenant, Names.Name name, Elsewhere elsewhere) {
        var fields = server.bean(Tenants.class)
                .policy(tenant.id(), ProfilePolicy.class)
                .fields();
        return new Hero(
                address(name.joined()),
                name.joined().replace(".", ""),
                answers(fields, name),
                address(names.next().joined()),
                elsewhere);
    }

    private static Map<String, String> answers(List<ProfileField> fields, Names.Name name) {
        var answers = new HashMap<String, String>();
        for (var field : fields) {
            answers.put(
                    field.name(),
                    switch (field.name()) {
                        case "name" -> name.given() + " " + name.family();
                        case "given-name" -> name.given();
                        case "family-name" -> name.family();
                        default -> answer(field);
                    });
        }
        return answers;
    }

    private static String answer(ProfileField field) {
        return field.preselected().orElseGet(() -> switch (field.kind()) {
            case TEXT -> "ABC 123";
            case COUNTRY -> "FR";
            case CHOICE -> field.choices().getFirst().value();
        });
    }

    private static EmailAddress address(String local) {
        return EmailAddress.parse(local.replace(" ", "") + "@example.org").orElseThrow();
    }
}
