package org.poterne.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.device.UserBrowser;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.ClientAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A session is opaque, bound to its tenant, and ends by itself. The usual limits: 30 minutes idle, 8 hours in all. */
class SessionsTests {

    private static final House HOUSE = House.open();
    private static final TenantId GIMIC = new TenantId("gimic");
    private static final TenantId VOISINE = new TenantId("voisine");
    private static final SessionOrigin HERE =
            new SessionOrigin(ClientAddress.of("127.0.6.9"), UserBrowser.parse("Firefox/142.0 (Android 16)"));

    private final MovableClock clock = new MovableClock();
    private final Sessions sessions = new Sessions(HOUSE.bean(JdbcClient.class), HOUSE.bean(Tenants.class), clock);
    private final AccountId camille = account();

    @Test
    void anIdentifierIsRandomAndNeverPrinted() {
        var seen = new HashSet<String>();
        for (var time = 0; time < 1_000; time++) {
            assertThat(seen.add(SessionId.fresh().reveal())).isTrue();
        }
        assertThat(seen).allMatch(value -> value.matches("[A-Za-z0-9_-]{43}"));
        assertThat(SessionId.fresh()).hasToString("SessionId[redacted]");
        assertThat(SessionId.parse("x")).isEmpty();
        assertThat(SessionId.parse("A".repeat(43) + "\n")).isEmpty();
    }

    @Test
    void aSessionIsItsTenantsAlone() {
        var session = sessions.open(GIMIC, camille, HERE);
        assertThat(sessions.find(GIMIC, session))
                .get()
                .extracting(SignedInPerson::account)
                .isEqualTo(camille);
        assertThat(sessions.find(VOISINE, session)).isEmpty();
        sessions.end(VOISINE, session);
        assertThat(sessions.find(GIMIC, session))
                .as("ended by its own tenant alone")
                .isPresent();
        sessions.end(GIMIC, session);
        assertThat(sessions.find(GIMIC, session)).isEmpty();
    }

    @Test
    void anIdentifierThatWasNotGivenOpensNothing() {
        assertThat(sessions.find(GIMIC, SessionId.parse("A".repeat(43)).orElseThrow()))
                .isEmpty();
        var session = sessions.open(GIMIC, camille, HERE);
        var digest = Base64.getUrlEncoder().withoutPadding().encodeToString(session.digest());
        assertThat(sessions.find(GIMIC, SessionId.parse(digest).orElseThrow()))
                .as("what the database holds")
                .isEmpty();
    }

    @Test
    void theDatabaseHoldsADigestOfIt() {
        var session = sessions.open(GIMIC, camille, HERE);
        var row = row("row_to_json(session)::text", String.class);
        assertThat(row)
                .contains(HexFormat.of().formatHex(session.digest()))
                .doesNotContain(session.reveal())
                .doesNotContain(HexFormat.of().formatHex(Base64.getUrlDecoder().decode(session.reveal())));
    }

    @Test
    void itEndsAfterItsIdleTime() {
        var session = sessions.open(GIMIC, camille, HERE);
        clock.forward(Duration.ofMinutes(29));
        assertThat(sessions.find(GIMIC, session))
                .as("being asked for keeps it awake")
                .isPresent();
        clock.forward(Duration.ofMinutes(29));
        assertThat(sessions.find(GIMIC, session)).isPresent();
        clock.forward(Duration.ofMinutes(30));
        assertThat(sessions.find(GIMIC, session)).isEmpty();
        assertThat(sessions.find(GIMIC, session))
                .as("asking does not wake it again")
                .isEmpty();
    }

    @Test
    void itEndsAfterItsOverallTimeHoweverAwakeAndIsForgotten() {
        var session = sessions.open(GIMIC, camille, HERE);
        for (var time = 0; time < 23; time++) {
            clock.forward(Duration.ofMinutes(20));
            assertThat(sessions.find(GIMIC, session)).isPresent();
        }
        sessions.forgetEnded();
        assertThat(row("count(*)", Integer.class)).isOne();
        clock.forward(Duration.ofMinutes(20));
        assertThat(sessions.find(GIMIC, session)).isEmpty();
        sessions.forgetEnded();
        assertThat(row("count(*)", Integer.class)).isZero();
    }

    @Test
    void beingSeenIsWrittenAtMostOnceAMinute() {
        var session = sessions.open(GIMIC, camille, HERE);
        var opened = row("seen_at", OffsetDateTime.class);
        clock.forward(Duration.ofSeconds(50));
        sessions.find(GIMIC, session);
        assertThat(row("seen_at", OffsetDateTime.class)).isEqualTo(opened);
        clock.forward(Duration.ofSeconds(20));
        sessions.find(GIMIC, session);
        var seen = row("seen_at", OffsetDateTime.class);
        assertThat(seen).isAfterOrEqualTo(opened.plusSeconds(70));
        sessions.find(GIMIC, session);
        assertThat(row("seen_at", OffsetDateTime.class)).isEqualTo(seen);
    }

    @Test
    void aNewPasswordEndsAllOfItsAccountsSessionsAndNobodyElses() {
        var phone = sessions.open(GIMIC, camille, HERE);
        var desk = sessions.open(GIMIC, camille, HERE);
        var other = sessions.open(GIMIC, account(), HERE);
        var passwords = HOUSE.bean(Passwords.class);
        passwords.replace(GIMIC, camille, passwords.hash(new RawPassword("sésame ouvre-toi")));
        assertThat(sessions.find(GIMIC, phone)).isEmpty();
        assertThat(sessions.find(GIMIC, desk)).isEmpty();
        assertThat(sessions.find(GIMIC, other)).isPresent();
    }

    @Test
    void aClosedAccountsSessionIsDeadAtOnce() {
        var session = sessions.open(GIMIC, camille, HERE);
        HOUSE.bean(JdbcClient.class)
                .sql("update account set status = 'disabled' where id = :id")
                .param("id", camille.value())
                .update();
        assertThat(sessions.find(GIMIC, session)).isEmpty();
    }

    private <T> T row(String what, Class<T> type) {
        return HOUSE.bean(JdbcClient.class)
                .sql("select " + what + " from session where account_id = :id")
                .param("id", camille.value())
                .query(type)
                .single();
    }

    private static AccountId account() {
        var email = EmailAddress.parse(HOUSE.person("gimic").email()).orElseThrow();
        return HOUSE.bean(Accounts.class)
                .findByEmail(GIMIC, email)
                .orElseThrow()
                .id();
    }
}
