package org.poterne.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The session's cookie, planted, stolen or kept. */
class SessionFlowTests {

    private static final House HOUSE = House.open();
    private static final TenantId GIMIC = new TenantId("gimic");
    private static final String PASSWORD = "sésame ouvre-toi";

    @Test
    void aPlantedIdentifierIsNeverAdopted() {
        var planted = SessionId.fresh();
        var visitor = HOUSE.visitor().from("127.0.6.1");
        plant(visitor, planted.reveal());
        assertThat(visitor.get("/gimic/").path()).isEqualTo("/gimic/sign-in");
        assertThat(signIn(visitor, person()).path()).isEqualTo("/gimic/");
        assertThat(cookie(visitor).getValue()).isNotEqualTo(planted.reveal());
        assertThat(sessionsWith(planted)).isZero();
        var attacker = HOUSE.visitor();
        plant(attacker, planted.reveal());
        assertThat(attacker.get("/gimic/").path()).isEqualTo("/gimic/sign-in");
    }

    @Test
    void afterSigningOutTheOldCookieLeadsToTheDoor() {
        var visitor = HOUSE.visitor().from("127.0.6.2");
        var home = signIn(visitor, person());
        var kept = cookie(visitor).getValue();
        assertThat(home.header("Cache-Control")).contains("no-store");
        visitor.post(
                "/gimic/sign-out",
                Map.of("_csrf", home.first("input[name=_csrf]").attr("value")));
        var thief = HOUSE.visitor();
        plant(thief, kept);
        var answer = thief.peek("GET", HOUSE.address().resolve("/gimic/"));
        assertThat(answer.status()).isBetween(302, 303);
        assertThat(answer.header("Location")).endsWith("/gimic/sign-in");
    }

    @Test
    void aCookieThatIsNoIdentifierIsNoFault() {
        for (var value : new String[] {"", "x", "a".repeat(4_000), "%00", "A".repeat(44)}) {
            var visitor = HOUSE.visitor();
            visitor.saying("Cookie", "session-gimic=" + value);
            assertThat(visitor.peek("GET", HOUSE.address().resolve("/gimic/")).status())
                    .as(value)
                    .isBetween(302, 303);
        }
    }

    @Test
    void aClosedAccountIsOutAtItsNextPage() {
        var camille = person();
        var visitor = HOUSE.visitor().from("127.0.6.3");
        assertThat(signIn(visitor, camille).path()).isEqualTo("/gimic/");
        HOUSE.bean(JdbcClient.class)
                .sql("update account set status = 'disabled' where email = :email")
                .param("email", camille.email())
                .update();
        assertThat(visitor.get("/gimic/").path()).isEqualTo("/gimic/sign-in");
    }

    private static int sessionsWith(SessionId id) {
        return HOUSE.bean(JdbcClient.class)
                .sql("select count(*) from session where digest = :digest")
                .param("digest", id.digest())
                .query(Integer.class)
                .single();
    }

    private static void plant(Visitor visitor, String value) {
        var cookie = new HttpCookie("session-gimic", value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookie.setDomain("localhost.local"); // as CookieManager names it: the server's own then takes its place
        visitor.cookies().getCookieStore().add(HOUSE.address(), cookie);
    }

    private static HttpCookie cookie(Visitor visitor) {
        return visitor.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("session-gimic"))
                .findFirst()
                .orElseThrow();
    }

    private static Seen signIn(Visitor visitor, Person person) {
        return visitor.submit(
                visitor.get("/gimic/sign-in"), Map.of("identifier", person.email(), "password", PASSWORD));
    }

    private static Person person() {
        var person = HOUSE.person("gimic");
        var account = HOUSE.bean(Accounts.class)
                .findByEmail(GIMIC, EmailAddress.parse(person.email()).orElseThrow())
                .orElseThrow();
        var passwords = HOUSE.bean(Passwords.class);
        passwords.replace(GIMIC, account.id(), passwords.hash(new RawPassword(PASSWORD)));
        return person;
    }
}
