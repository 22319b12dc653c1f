package org.poterne.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.house.Person;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.poterne.tenant.TenantId;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One row an event, and no address, name, password or secret in any of them, nor in the log. */
@ExtendWith(OutputCaptureExtension.class)
class AuditTrailTests {

    private static final House HOUSE = House.open();
    private static final String PASSWORD = "Sésame-ouvre-toi-42";

    private long before;

    @BeforeEach
    void remember() {
        before = HOUSE.bean(JdbcClient.class)
                .sql("select coalesce(max(id), 0) from audit_event")
                .query(Long.class)
                .single();
    }

    @Test
    void eachEventIsOneRowThatNamesNobody(CapturedOutput log) {
        var camille = HOUSE.person("gimic");
        var visitor = HOUSE.visitor().from("127.0.7.1");

        visitor.submit(visitor.get("/gimic/recovery"), Map.of("email", camille.email()));
        assertThat(written()).containsExactly("authn_password_reset_asked nobody 127.0.7.1");

        var link = camille.mailbox().next().link();
        visitor.submit(visitor.get(link), Map.of("password", PASSWORD, "confirmation", PASSWORD));
        var id = " " + accountOf(camille) + " ";
        assertThat(written()).endsWith("authn_password_change" + id).hasSize(2);

        signIn(visitor, camille.email(), "typed by mistake");
        assertThat(written()).endsWith("authn_login_fail" + id + "127.0.7.1").hasSize(3);

        signIn(visitor, "typed.instead@example.org", PASSWORD);
        assertThat(written()).endsWith("authn_login_fail nobody 127.0.7.1").hasSize(4);

        var home = signIn(visitor, camille.email(), PASSWORD);
        assertThat(written()).endsWith("authn_login_success" + id + "127.0.7.1").hasSize(5);

        visitor.post(
                "/gimic/sign-out",
                Map.of("_csrf", home.first("input[name=_csrf]").attr("value")));
        assertThat(written()).endsWith("session_end" + id).hasSize(6);

        camille.mailbox().next();
        var secret = link.getQuery().substring(link.getQuery().indexOf('=') + 1);
        for (var words : List.of(rows(), ours(log))) {
            assertThat(words)
                    .doesNotContain(camille.email())
                    .doesNotContain(camille.email().substring(0, camille.email().indexOf('@')))
                    .doesNotContain("typed.instead")
                    .doesNotContain("typed by mistake")
                    .doesNotContain(PASSWORD)
                    .doesNotContain("Camille")
                    .doesNotContain(secret);
        }
    }

    @Test
    void aSignUpAndItsConfirmationAreWritten() {
        var email = "journal." + UUID.randomUUID() + "@example.org";
        var visitor = HOUSE.visitor().from("127.0.7.3");
        visitor.submit(
                visitor.get("/agora/sign-up"),
                Map.of(
                        "name",
                        "Lou Petit",
                        "username",
                        "j" + UUID.randomUUID().toString().substring(0, 8),
                        "email",
                        email,
                        "password",
                        PASSWORD));
        new Mailbox(email).next(); // with a link that the next one ends
        visitor.submit(visitor.get("/agora/confirm/resend"), Map.of("email", email));
        assertThat(written())
                .extracting(row -> row.substring(0, row.indexOf(' ')))
                .contains("user_created", "user_confirmation_asked");
        visitor.submit(visitor.get(new Mailbox(email).next().link()), Map.of());
        assertThat(written().getLast()).startsWith("user_email_confirmed ").endsWith(" 127.0.7.3");
    }

    @Test
    void aLockAndItsOpeningAreWritten() {
        var camille = HOUSE.person("agora", PASSWORD);
        var id = " " + HOUSE.account(camille).id() + " ";
        for (var guess = 0; guess < 5; guess++) {
            var visitor = HOUSE.visitor().from("127.0.7.2");
            visitor.submit(
                    visitor.get("/agora/sign-in"), Map.of("identifier", camille.email(), "password", "non " + guess));
        }
        assertThat(written()).contains("authn_login_lock" + id);
        var visitor = HOUSE.visitor();
        visitor.submit(visitor.get(camille.mailbox().next().link()), Map.of());
        assertThat(written()).endsWith("authn_login_unlock" + id);
    }

    @Test
    void aMailServerThatIsAwayPutsNoAddressIntoTheLog(CapturedOutput log) {
        try (var house = House.build().with("spring.mail.port", 1).start()) {
            var camille = house.person("gimic");
            var visitor = house.visitor();
            visitor.submit(visitor.get("/gimic/recovery"), Map.of("email", camille.email()));
            Awaitility.await()
                    .until(() -> house.bean(JdbcClient.class)
                                    .sql("select coalesce(max(tries), 0) from letter")
                                    .query(Integer.class)
                                    .single()
                            > 0);
            assertThat(ours(log))
                    .doesNotContain(camille.email().substring(0, camille.email().indexOf('@')))
                    .doesNotContain("/recovery/open?token=");
        }
    }

    @Test
    void whatIsOlderThanAYearIsForgotten() {
        var jdbc = HOUSE.bean(JdbcClient.class);
        jdbc.sql("""
                        insert into audit_event (tenant_id, happened_at, what, from_address)
                        values ('gimic', now() - interval '366 days', 'test old', ''),
                               ('gimic', now() - interval '364 days', 'test young', '')
                        """).update();
        new AuditTrail(jdbc, Clock.systemUTC()).forgetOld();
        assertThat(jdbc.sql("select what from audit_event where what like 'test %'")
                        .query(String.class)
                        .list())
                .containsExactly("test young");
        new AuditTrail(jdbc, Clock.offset(Clock.systemUTC(), Duration.ofDays(2))).forgetOld();
        assertThat(jdbc.sql("select count(*) from audit_event where what like 'test %'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** What Poterne logs: the mail server of the tests speaks in the same stream. */
    private static String ours(CapturedOutput log) {
        return log.getAll()
                .lines()
                .filter(line -> !line.contains("icegreen.greenmail."))
                .filter(line -> !line.contains("Created user login ")) // the same, in the words of a shorter log
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    private List<String> written() {
        return HOUSE.bean(JdbcClient.class)
                .sql("""
                        select what || ' ' || coalesce(account_id::text, 'nobody') || ' ' || from_address
                          from audit_event where id > :before and what not like 'test %' order by id
                        """)
                .param("before", before)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }

    private String rows() {
        return HOUSE.bean(JdbcClient.class)
                .sql("select coalesce(string_agg(row_to_json(audit_event)::text, ' '), '') from audit_event")
                .query(String.class)
                .single();
    }

    private static String accountOf(Person person) {
        return HOUSE.bean(Accounts.class)
                .findByEmail(
                        new TenantId("gimic"),
                        EmailAddress.parse(person.email()).orElseThrow())
                .orElseThrow()
                .id()
                .toString();
    }

    private static Seen signIn(Visitor visitor, String identifier, String password) {
        return visitor.submit(visitor.get("/gimic/sign-in"), Map.of("identifier", identifier, "password", password));
    }
}
