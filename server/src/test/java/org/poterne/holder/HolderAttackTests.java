package org.poterne.holder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.holder.SignedInVisitor.PASSWORD;

import java.net.HttpCookie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.account.AccountId;
import org.poterne.device.KnownDevices;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.house.Visitor;
import org.poterne.session.OwnSessions;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Those who would do something about an account that is not theirs (docs/threats.md). */
class HolderAttackTests {

    private static final House HOUSE = House.open();
    private static final TenantId GIMIC = new TenantId("gimic");
    private static final String FRESH = "une nouvelle clé de 24 pieds";
    private static final List<String> FORMS = List.of(
            "/account/profile",
            "/account/password",
            "/account/sessions/end",
            "/account/sessions/end-others",
            "/account/devices/forget",
            "/account/export",
            "/account/delete");

    private final Person camille = HOUSE.person("gimic", PASSWORD);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account",
                "/account/profile",
                "/account/password",
                "/account/language",
                "/account/sessions",
                "/account/sessions/end",
                "/account/sessions/end-others",
                "/account/activity",
                "/account/devices/forget",
                "/account/export",
                "/account/delete"
            })
    void nobodySeesAPageOfTheAccountWithoutASession(String page) {
        for (var method : List.of("GET", "HEAD")) {
            var answer = HOUSE.visitor().peek(method, HOUSE.address().resolve("/gimic" + page));
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("Location"))
                    .isEqualTo(
                            page.equals("/account/password") ? "/gimic/sign-in?to=change-password" : "/gimic/sign-in");
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }
        var neighbour = HOUSE.visitor().from("127.0.9.1");
        SignedInVisitor.at(neighbour, camille);
        copySession(neighbour, "voisine");
        assertThat(neighbour.get("/voisine" + page).path())
                .as("another tenant's")
                .isEqualTo("/voisine/sign-in");
    }

    @Test
    void nobodyChangesAnythingWithoutASession() {
        var before = state();
        var forms = new ArrayList<>(FORMS);
        forms.add("/account/language"); // changed without a password, but by nobody else
        for (var form : forms) {
            var visitor = HOUSE.visitor();
            var token = visitor.get("/gimic/sign-in").first("input[name=_csrf]").attr("value");
            var seen = visitor.post("/gimic" + form, everything(token));
            assertThat(seen.path()).as(form).isEqualTo("/gimic/sign-in");
        }
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        var visitor = SignedInVisitor.at(HOUSE, camille, "127.0.9.2");
        var before = state();
        for (var form : FORMS) {
            assertThat(visitor.visitor()
                            .post("/gimic" + form, everything("forged"))
                            .status())
                    .as(form)
                    .isEqualTo(403);
        }
        assertThat(state()).isEqualTo(before);
        assertThat(visitor.isIn()).isTrue();
    }

    /** A browser that was left open, or whose cookie was stolen: it looks, and changes nothing. */
    @Test
    void aSessionWithoutThePasswordChangesNothing() {
        var phone = SignedInVisitor.at(HOUSE, camille, "127.0.9.3");
        var thief = SignedInVisitor.at(HOUSE, camille, "127.0.9.3");
        var before = state();
        for (var form : FORMS) {
            if (!form.equals("/account/export")) {
                var fields = new HashMap<>(everything(""));
                fields.remove("current");
                fields.put("session", handleOf(phone));
                fields.put("device", deviceOf(camille));
                assertThat(thief.post(form, fields).status()).as(form).isEqualTo(422);
            }
        }
        assertThat(state()).isEqualTo(before);
        assertThat(phone.isIn()).isTrue();
    }

    @Test
    void lookingChangesNothingHoweverOften() {
        var visitor = SignedInVisitor.at(HOUSE, camille, "127.0.9.4");
        var before = state();
        for (var form : FORMS) {
            for (var method : List.of("HEAD", "GET", "GET")) {
                visitor.visitor().peek(method, HOUSE.address().resolve("/gimic" + form + "?current=" + "x"));
            }
        }
        visitor.get("/account/sessions");
        visitor.get("/account/activity");
        assertThat(state()).isEqualTo(before);
        camille.mailbox().isEmpty();
    }

    @Test
    void postedIdentitiesAreIgnored() {
        var noa = HOUSE.person("gimic", PASSWORD);
        var victim = HOUSE.account(noa);
        var visitor = SignedInVisitor.at(HOUSE, camille, "127.0.9.5");
        var fields = Map.of(
                "account",
                victim.id().toString(),
                "id",
                victim.id().toString(),
                "email",
                noa.email(),
                "tenant",
                "voisine",
                "given-name",
                "Autre",
                "family-name",
                "Nom",
                "current",
                PASSWORD);
        assertThat(visitor.post("/account/profile", fields).path()).isEqualTo("/gimic/account");
        assertThat(HOUSE.account(noa)).isEqualTo(victim);
        assertThat(visitor.post("/account/delete", fields).path()).isEqualTo("/gimic/sign-in");
        assertThat(HOUSE.account(noa)).isEqualTo(victim);
        assertThat(camille.mailbox().next().subject()).contains("a été supprimé");
        noa.mailbox().isEmpty();
    }

    @Test
    void aHandleOfSomebodyElsesSessionShowsAndEndsNothing() {
        var noa = SignedInVisitor.at(HOUSE, HOUSE.person("gimic", PASSWORD), "127.0.9.6");
        var visitor = SignedInVisitor.at(HOUSE, camille, "127.0.9.6");
        for (var handle : List.of(handleOf(noa), "", "x", "00000000-0000-0000-0000-000000000000")) {
            assertThat(visitor.get("/account/sessions/end?session=" + handle).path())
                    .isEqualTo("/gimic/account/sessions");
            assertThat(visitor.post("/account/sessions/end", Map.of("session", handle, "current", PASSWORD))
                            .path())
                    .isEqualTo("/gimic/account/sessions");
        }
        assertThat(noa.isIn()).isTrue();
    }

    @Test
    void aKnownBrowserOfSomebodyElseIsNotForgotten() {
        var noa = HOUSE.person("gimic", PASSWORD);
        SignedInVisitor.at(HOUSE, noa, "127.0.9.9");
        var visitor = SignedInVisitor.at(HOUSE, camille, "127.0.9.9");
        assertThat(visitor.get("/account/devices/forget?device=" + deviceOf(noa))
                        .path())
                .isEqualTo("/gimic/account/sessions");
        visitor.post("/account/devices/forget", Map.of("device", deviceOf(noa), "current", PASSWORD));
        assertThat(HOUSE.bean(KnownDevices.class).list(GIMIC, HOUSE.account(noa).id()))
                .hasSize(1);
    }

    /** One count for every page and for the door: no page is a second oracle (Zitadel CVE-2025-64102; LTB #763). */
    @Test
    void wrongPasswordsAreCountedWithThoseAtTheDoor() {
        var visitor = SignedInVisitor.at(HOUSE, camille, "127.0.9.10");
        visitor.changePassword("un", FRESH);
        visitor.send("/account/delete", Map.of("current", "deux"));
        visitor.send("/account/sessions/end-others", Map.of("current", "trois"));
        visitor.signIn("quatre");
        assertThat(visitor.send("/account/profile", Map.of("family-name", "Petit", "current", "cinq"))
                        .page()
                        .select("#current-error")
                        .text())
                .as("the fifth")
                .contains("plus aucun n’est vérifié");
        for (var fresh : List.of(
                visitor.send("/account/delete", Map.of("current", PASSWORD)),
                visitor.changePassword(PASSWORD, FRESH))) {
            assertThat(fresh.status()).as("the right one, locked").isEqualTo(422);
            assertThat(fresh.page().select("#current-error").text()).contains("plus aucun n’est vérifié");
        }
        assertThat(visitor.signIn(PASSWORD).status()).as("at the door").isEqualTo(422);
        assertThat(visitor.isIn()).as("a lock ends nobody's session").isTrue();
        assertThat(events(account())).filteredOn("authn_reauth_fail"::equals).hasSize(6);
        camille.mailbox().isEmpty();
    }

    @Test
    void theCookieOfBeforeANewPasswordOpensNothing() {
        var visitor = SignedInVisitor.at(HOUSE, camille, "127.0.9.7");
        var old = visitor.cookie();
        visitor.changePassword(PASSWORD, FRESH);
        assertThat(visitor.isIn()).isTrue();
        var replay = HOUSE.visitor();
        replay.cookies().getCookieStore().add(HOUSE.address(), old);
        assertThat(replay.get("/gimic/account").path()).isEqualTo("/gimic/sign-in");
        camille.mailbox().next();
    }

    @Test
    void nothingOfADeletedPersonIsLeftButANumber() {
        var visitor = SignedInVisitor.at(HOUSE, camille, "127.0.9.8");
        var account = account();
        visitor.send("/account/delete", Map.of("current", PASSWORD));
        camille.mailbox().next();
        var jdbc = HOUSE.bean(JdbcClient.class);
        var tables = jdbc.sql("""
                        select table_name from information_schema.columns
                         where table_schema = current_schema() and column_name in ('account_id', 'email')
                        """).query((row, _) -> row.getString(1)).list();
        assertThat(tables).contains("account", "password", "session", "audit_event");
        for (var table : tables) {
            var rows = jdbc.sql("select row_to_json(kept)::text from " + table + " kept")
                    .query(String.class)
                    .list();
            assertThat(rows).as(table).noneMatch(row -> row.contains(camille.email()));
            if (!table.equals("audit_event")) {
                assertThat(rows).as(table).noneMatch(row -> row.contains(account.toString()));
            }
        }
        assertThat(events(account)).contains("user_deleted", "authn_login_success");
        assertThat(HOUSE.visitor().get("/gimic/sign-in").status()).isEqualTo(200);
    }

    private static Map<String, String> everything(String token) {
        return Map.of(
                "_csrf", token,
                "current", PASSWORD,
                "given-name", "Voleur",
                "family-name", "Voleur",
                "password", FRESH,
                "confirmation", FRESH);
    }

    /** All that the account is, but for what wrong passwords write down. */
    private List<String> state() {
        return HOUSE.bean(JdbcClient.class)
                .sql("""
                        select row_to_json(account)::text from account where id = :id
                         union all
                        select phc || replaced_at from password where account_id = :id
                         union all
                        select session.id::text from session where account_id = :id
                         union all
                        select known_device.id::text from known_device where account_id = :id
                         union all
                        select what from audit_event
                         where account_id = :id and what not in ('authn_login_fail', 'authn_login_success', 'authn_reauth_fail')
                         order by 1
                        """)
                .param("id", account().value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> events(AccountId account) {
        return HOUSE.bean(JdbcClient.class)
                .sql("select what from audit_event where account_id = :id")
                .param("id", account.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private AccountId account() {
        return HOUSE.account(camille).id();
    }

    /** The newest of this person's sessions. */
    private static String handleOf(SignedInVisitor visitor) {
        return HOUSE.bean(OwnSessions.class)
                .of(GIMIC, HOUSE.account(visitor.person()).id())
                .getLast()
                .handle()
                .toString();
    }

    private static String deviceOf(Person person) {
        return HOUSE.bean(KnownDevices.class)
                .list(GIMIC, HOUSE.account(person).id())
                .getFirst()
                .id()
                .toString();
    }

    private static void copySession(Visitor visitor, String tenant) {
        var cookies = visitor.cookies().getCookieStore();
        var session = cookies.getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith("session-"))
                .findFirst()
                .orElseThrow();
        var planted = new HttpCookie("session-" + tenant, session.getValue());
        planted.setPath("/");
        cookies.add(HOUSE.address(), planted);
    }
}
