package org.poterne.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.poterne.account.EmailAddress;
import org.poterne.account.PersonName;
import org.poterne.invitation.Invitee;
import org.poterne.invitation.SetUpLinks;
import org.poterne.membership.Establishment;
import org.poterne.membership.EstablishmentNumber;
import org.poterne.membership.Establishments;
import org.poterne.membership.MembershipPolicy;
import org.poterne.membership.Memberships;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code poterne establishment create}: what was typed, the one answer, and the exit code. */
final class EstablishmentCreation {

    static final int DONE = 0;
    static final int REFUSED = 2;

    private final Tenants tenants;
    private final Establishments establishments;
    private final Memberships memberships;
    private final SetUpLinks links;
    private final TransactionTemplate transaction;

    EstablishmentCreation(
            Tenants tenants,
            Establishments establishments,
            Memberships memberships,
            SetUpLinks links,
            TransactionTemplate transaction) {
        this.tenants = tenants;
        this.establishments = establishments;
        this.memberships = memberships;
        this.links = links;
        this.transaction = transaction;
    }

    static EstablishmentCreation of(ApplicationContext context) {
        return new EstablishmentCreation(
                context.getBean(Tenants.class),
                context.getBean(Establishments.class),
                context.getBean(Memberships.class),
                context.getBean(SetUpLinks.class),
                context.getBean(TransactionTemplate.class));
    }

    /** As it was typed. */
    record Typed(
            String tenant,
            String number,
            String name,
            String email,
            String administrator,
            String givenName,
            String familyName) {

        List<String> problems() {
            var problems = new ArrayList<String>();
            if (EstablishmentNumber.parse(number).isEmpty()) {
                problems.add("--number is 1 to 20 letters, digits and hyphens, not '" + number + "'.");
            }
            if (PersonName.tidy(name).isEmpty() || !PersonName.isReadable(PersonName.tidy(name))) {
                problems.add("--name is 1 to " + PersonName.LONGEST + " characters.");
            }
            if (EmailAddress.parse(email).isEmpty()) {
                problems.add("--email is not an e-mail address: '" + email + "'.");
            }
            if (EmailAddress.parse(administrator).isEmpty()) {
                problems.add("--administrator is not an e-mail address: '" + administrator + "'.");
            }
            if (PersonName.tidy(familyName).isEmpty() || PersonName.holdsUnseen(givenName + familyName)) {
                problems.add("--family-name is the administrator's name.");
            }
            return problems;
        }

        Invitee invitee() {
            return new Invitee(
                    EmailAddress.parse(administrator).orElseThrow(),
                    PersonName.tidy(givenName),
                    PersonName.tidy(familyName));
        }
    }

    int run(Typed typed, PrintStream out) {
        var tenant = TenantId.parse(typed.tenant()).flatMap(tenants::find);
        var problems = tenant.isEmpty() ? List.of(unknown(typed.tenant())) : problems(tenant.get(), typed);
        if (!problems.isEmpty()) {
            problems.forEach(out::println);
            return REFUSED;
        }
        return Optional.ofNullable(transaction.execute(_ -> create(tenant.get(), typed, out)))
                .orElse(REFUSED);
    }

    private List<String> problems(Tenant tenant, Typed typed) {
        return tenants.policy(tenant.id(), MembershipPolicy.class).isUsed()
                ? typed.problems()
                : List.of("The tenant '" + tenant.id() + "' has no establishments: its file names no rights under"
                        + " `membership`.");
    }

    /**
     * One that nobody administers with all rights gets a fresh link: the one of before may have been lost, or its last
     * administrator have gone with rights that nobody else could give.
     */
    private int create(Tenant tenant, Typed typed, PrintStream out) {
        var number = EstablishmentNumber.parse(typed.number()).orElseThrow();
        var added = establishments.add(
                tenant.id(),
                number,
                PersonName.tidy(typed.name()),
                EmailAddress.parse(typed.email()).orElseThrow());
        var establishment = added.or(() -> establishments
                .find(tenant.id(), number)
                .filter(found -> !memberships.isInFullHands(tenant.id(), found.id())));
        if (establishment.isEmpty()) {
            out.println("There is an establishment " + number
                    + " already, and somebody administers it with all rights: its administrators invite the others.");
            return REFUSED;
        }
        print(
                tenant,
                establishment.get(),
                added.isPresent() ? "added" : "already there, without anybody who has all rights",
                typed,
                out);
        return DONE;
    }

    private void print(Tenant tenant, Establishment establishment, String what, Typed typed, PrintStream out) {
        var link = links.administrator(tenant.id(), establishment, typed.invitee());
        out.println("""
                %s (%s) is %s.
                Its administrator opens this link, once, until %s, and chooses username and password:

                  %s

                It is shown this once and sent to nobody. Whoever has it is administrator: hand it over with care.""".formatted(
                        establishment.name(),
                        establishment.number(),
                        what,
                        SetUpWords.day(tenant, link.expires()),
                        link.link()));
        SetUpWords.hint(tenant, out);
    }

    private String unknown(String tenant) {
        return "There is no tenant '" + tenant + "'. There are: "
                + tenants.all().stream().map(Tenant::id).map(TenantId::value).collect(Collectors.joining(", "))
                + ".";
    }
}
