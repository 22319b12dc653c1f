package org.poterne.command;

import java.io.PrintStream;
import java.util.Optional;
import java.util.stream.Collectors;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.account.PersonName;
import org.poterne.agent.AgentSetUp;
import org.poterne.agent.Agents;
import org.poterne.agent.DeskPolicy;
import org.poterne.invitation.Invitee;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.context.ApplicationContext;

/** {@code poterne desk add-agent} and {@code remove-agent}: what was typed, the one answer, and the exit code. */
final class DeskStaff {

    static final int DONE = 0;
    static final int REFUSED = 2;

    private final Tenants tenants;
    private final Accounts accounts;
    private final Agents agents;
    private final AgentSetUp setUp;

    DeskStaff(Tenants tenants, Accounts accounts, Agents agents, AgentSetUp setUp) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.agents = agents;
        this.setUp = setUp;
    }

    static DeskStaff of(ApplicationContext context) {
        return new DeskStaff(
                context.getBean(Tenants.class),
                context.getBean(Accounts.class),
                context.getBean(Agents.class),
                context.getBean(AgentSetUp.class));
    }

    /** As it was typed. */
    record Typed(String tenant, String email, String givenName, String familyName) {

        Optional<EmailAddress> address() {
            return EmailAddress.parse(email);
        }

        boolean isNamed() {
            var family = PersonName.tidy(familyName);
            return !family.isEmpty()
                    && PersonName.length(family) <= PersonName.LONGEST
                    && !PersonName.holdsUnseen(PersonName.tidy(givenName) + family);
        }
    }

    /**
     * Only for somebody who has no account there: an agent's is a person's second one, so that nobody looks after the
     * establishments that are their own.
     */
    int add(Typed typed, PrintStream out) {
        var tenant = TenantId.parse(typed.tenant()).flatMap(tenants::find);
        if (tenant.isEmpty()) {
            return refuse(out, unknown(typed.tenant()));
        }
        if (!tenants.policy(tenant.get().id(), DeskPolicy.class).isOpen()) {
            return refuse(
                    out,
                    "The tenant '" + tenant.get().id() + "' has no help desk: its file has no script under `desk`.");
        }
        if (typed.address().isEmpty()) {
            return refuse(out, "--email is not an e-mail address: '" + typed.email() + "'.");
        }
        if (!typed.isNamed()) {
            return refuse(out, "--family-name is the agent's name.");
        }
        return holder(tenant.get(), typed).isPresent()
                ? refuse(out, "That address has an account already: an agent has one of their own.")
                : print(tenant.get(), typed, out);
    }

    int remove(Typed typed, PrintStream out) {
        var tenant = TenantId.parse(typed.tenant()).flatMap(tenants::find);
        if (tenant.isEmpty()) {
            return refuse(out, unknown(typed.tenant()));
        }
        var dismissed = holder(tenant.get(), typed)
                .filter(account -> agents.dismiss(tenant.get().id(), account.id()))
                .isPresent();
        if (!dismissed) {
            return refuse(out, "No agent of '" + tenant.get().id() + "' has that address.");
        }
        out.println("The help desk is closed to them, and their sessions are over. The account itself stays.");
        return DONE;
    }

    private Optional<Account> holder(Tenant tenant, Typed typed) {
        return typed.address().flatMap(email -> accounts.findByEmail(tenant.id(), email));
    }

    private int print(Tenant tenant, Typed typed, PrintStream out) {
        var invitee = new Invitee(
                typed.address().orElseThrow(), PersonName.tidy(typed.givenName()), PersonName.tidy(typed.familyName()));
        var link = setUp.begin(tenant.id(), invitee);
        out.println(
                """
                %s becomes an agent of %s by opening this link, once, until %s, and choosing username and password:

                  %s

                It is shown this once and sent to nobody. Whoever has it is an agent: hand it over with care.""".formatted(invitee.fullName(), tenant.name(), SetUpWords.day(tenant, link.expires()), link.link()));
        SetUpWords.hint(tenant, out);
        return DONE;
    }

    private static int refuse(PrintStream out, String why) {
        out.println(why);
        return REFUSED;
    }

    private String unknown(String tenant) {
        return "There is no tenant '" + tenant + "'. There are: "
                + tenants.all().stream().map(Tenant::id).map(TenantId::value).collect(Collectors.joining(", "))
                + ".";
    }
}
