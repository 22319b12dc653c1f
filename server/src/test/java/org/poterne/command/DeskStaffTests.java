package org.poterne.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.agent.AgentSetUp;
import org.poterne.agent.Agents;
import org.poterne.command.DeskStaff.Typed;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;

/** From the operator's terminal to the desk, and out of it again. */
class DeskStaffTests {

    private static final House HOUSE = House.open();
    private static final TenantId EXTRANET = new TenantId("extranet");
    private static final String PASSWORD = "un sésame pour le guichet";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, UTF_8);

    @Test
    void theLinkThatIsToldOnceMakesAnAgent() {
        var sam = new Typed("extranet", "sam.petit@example.org", "Sam", "Petit");
        assertThat(staff().add(sam, out)).isZero();
        assertThat(said()).contains("Sam Petit becomes an agent of Extranet", "hand it over with care");
        assertThat(HOUSE.bean(Accounts.class)
                        .findByEmail(EXTRANET, EmailAddress.parse(sam.email()).orElseThrow()))
                .as("nothing before it is accepted")
                .isEmpty();

        var visitor = HOUSE.visitor();
        var accept = visitor.get(link());
        assertThat(accept.status()).isEqualTo(200);
        var accepted =
                visitor.submit(accept, Map.of("username", "sam.petit", "password", PASSWORD, "confirmation", PASSWORD));
        assertThat(accepted.status()).isEqualTo(200);
        visitor.submit(visitor.get("/extranet/sign-in"), Map.of("identifier", "sam.petit", "password", PASSWORD));
        assertThat(visitor.get("/extranet/desk").heading()).isEqualTo("Assistance");
        assertThat(HOUSE.visitor().get(link()).status()).as("once").isEqualTo(410);

        assertThat(staff().remove(sam, out)).isZero();
        assertThat(visitor.get("/extranet/desk").path())
                .as("their sessions are over")
                .isEqualTo("/extranet/sign-in");
        visitor.submit(visitor.get("/extranet/sign-in"), Map.of("identifier", "sam.petit", "password", PASSWORD));
        assertThat(visitor.get("/extranet/desk").status()).isEqualTo(404);
        assertThat(staff().remove(sam, out)).isEqualTo(2);
        new Mailbox(sam.email()).isEmpty();
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        assertThat(staff().add(new Typed("nulle-part", "a@example.org", "", "A"), out))
                .isEqualTo(2);
        assertThat(said()).contains("There is no tenant 'nulle-part'", "extranet");
        assertThat(staff().add(new Typed("gimic", "a@example.org", "", "A"), out))
                .isEqualTo(2);
        assertThat(said()).contains("'gimic' has no help desk");
        assertThat(staff().add(new Typed("extranet", "a@", "", "A"), out)).isEqualTo(2);
        assertThat(said()).contains("--email is not an e-mail address");
        assertThat(staff().add(new Typed("extranet", "a@example.org", "A", "  "), out))
                .isEqualTo(2);
        assertThat(said()).contains("--family-name");
        var holder = HOUSE.person("extranet");
        assertThat(staff().add(new Typed("extranet", holder.email(), "", "A"), out))
                .isEqualTo(2);
        assertThat(said()).contains("has an account already");
        assertThat(staff().remove(new Typed("extranet", holder.email(), "", ""), out))
                .isEqualTo(2);
        assertThat(said()).contains("No agent of 'extranet'").doesNotContain("Exception");
    }

    private static DeskStaff staff() {
        return new DeskStaff(
                HOUSE.bean(Tenants.class),
                HOUSE.bean(Accounts.class),
                HOUSE.bean(Agents.class),
                HOUSE.bean(AgentSetUp.class));
    }

    private URI link() {
        var link = Pattern.compile("http\\S+").matcher(said());
        assertThat(link.find()).isTrue();
        return URI.create(link.group());
    }

    private String said() {
        return written.toString(UTF_8);
    }
}
