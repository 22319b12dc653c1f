package org.poterne.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.command.EstablishmentCreation.Typed;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.invitation.SetUpLinks;
import org.poterne.membership.Establishments;
import org.poterne.membership.Hotel;
import org.poterne.membership.Memberships;
import org.poterne.tenant.Tenants;
import org.springframework.transaction.support.TransactionTemplate;

/** From the operator's terminal to an establishment's first administrator. */
class EstablishmentCreationTests {

    private static final House HOUSE = House.open();
    private static final String PASSWORD = "un sésame pour la réception";
    private static final Typed LAKE =
            new Typed("extranet", "7001", "Hôtel du Lac", "lac@example.org", "sam.lac@example.org", "Sam", "Petit");

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, UTF_8);

    @BeforeEach
    void silence() {
        written.reset();
    }

    @Test
    void theLinkThatIsToldOnceMakesTheFirstAdministratorWhoInvitesTheOthers() {
        assertThat(create(LAKE)).isZero();
        assertThat(said()).contains("Hôtel du Lac (7001) is added.", "shown this once");
        var lost = link();
        assertThat(create(LAKE)).as("the link was lost").isZero();
        assertThat(said()).contains("already there, without anybody who has all rights");
        assertThat(HOUSE.visitor().get(lost).status()).isEqualTo(410);

        var visitor = HOUSE.visitor();
        var page = visitor.get(link());
        assertThat(page.words())
                .contains("Hôtel du Lac", "Gestion des utilisateurs")
                .doesNotContain("De la part de");
        visitor.submit(page, Map.of("username", "sam.lac", "password", PASSWORD, "confirmation", PASSWORD));
        visitor.submit(visitor.get("/extranet/sign-in"), Map.of("identifier", "sam.lac", "password", PASSWORD));
        assertThat(visitor.get("/extranet/users").path()).isEqualTo("/extranet/users/7001");

        assertThat(create(LAKE)).isEqualTo(EstablishmentCreation.REFUSED);
        assertThat(said()).contains("There is an establishment 7001 already");
        new Mailbox("sam.lac@example.org").isEmpty();
    }

    /** An establishment whose last full administrator has gone is not lost. */
    @Test
    void anEstablishmentInNobodysFullHandsGetsAnotherAdministrator() {
        var hotel = Hotel.in(HOUSE);
        hotel.member("reservations", "users");
        var again = new Typed("extranet", hotel.number(), "X", "x@example.org", "noa.x@example.org", "", "Petit");
        assertThat(create(again)).isZero();
        hotel.member("reservations", "rates", "reviews", "finances", "users");
        assertThat(create(again)).isEqualTo(EstablishmentCreation.REFUSED);
    }

    @Test
    void whatIsWrongIsToldAllAtOnceAndNothingIsAdded() {
        assertThat(create(new Typed("extranet", "n° 1", "", "lac", "sam", "", "")))
                .isEqualTo(2);
        assertThat(said())
                .contains("--number is", "--name is", "--email is not", "--administrator is not", "--family-name is");
    }

    @Test
    void aTenantWithoutEstablishmentsOrWithoutExistenceIsRefused() {
        assertThat(create(new Typed("gimic", "1", "X", "x@example.org", "y@example.org", "", "Y")))
                .isEqualTo(2);
        assertThat(said()).contains("has no establishments");
        assertThat(create(new Typed("nowhere", "1", "X", "x@example.org", "y@example.org", "", "Y")))
                .isEqualTo(2);
        assertThat(said()).contains("There is no tenant 'nowhere'.", "extranet");
    }

    private int create(Typed typed) {
        written.reset();
        return new EstablishmentCreation(
                        HOUSE.bean(Tenants.class),
                        HOUSE.bean(Establishments.class),
                        HOUSE.bean(Memberships.class),
                        HOUSE.bean(SetUpLinks.class),
                        HOUSE.bean(TransactionTemplate.class))
                .run(typed, out);
    }

    private String said() {
        return written.toString(UTF_8);
    }

    private URI link() {
        var link = Pattern.compile("http\\S+").matcher(said());
        assertThat(link.find()).isTrue();
        return URI.create(link.group());
    }
}
