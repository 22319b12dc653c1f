package org.poterne.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.desk.DeskVisitor;
import org.poterne.desk.Member;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.house.Seen;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asking the help desk, by whoever cannot get in and by the holder of a large account. */
class AssistanceFlowTests {

    private static final House HOUSE = House.open();
    private static final Map<String, String> GOOD = Map.of(
            "name", "Léa Moreau",
            "email", "partout@example.net",
            "establishment", "2001",
            "message", "Je ne retrouve plus mon identifiant.");

    @BeforeEach
    void withFreshBudgets() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void whatIsMissingIsToldBesideItsFieldAndTheRestIsKept() {
        var visitor = DeskVisitor.stranger(HOUSE, "extranet");
        var empty = visitor.submit(visitor.get("/assistance"), Map.of());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.page().select("main .error").size()).isEqualTo(4);

        var typed = new LinkedHashMap<>(GOOD);
        typed.put("email", "lea@");
        typed.put("message", "Deux lignes,\nla seconde.");
        var refused = visitor.submit(empty, typed);
        assertThat(refused.page().select("main .error")).hasSize(1);
        assertThat(refused.page().select("#email-error").text()).contains("incomplète");
        assertThat(refused.page().select("#email").attr("aria-describedby")).contains("email-hint", "email-error");
        assertThat(refused.page().select("#name").attr("value")).isEqualTo("Léa Moreau");
        assertThat(refused.page().select("#email").attr("value")).isEqualTo("lea@");
        assertThat(refused.page().select("#establishment").attr("value")).isEqualTo("2001");
        assertThat(refused.first("#message").wholeText()).isEqualTo("Deux lignes,\nla seconde.");
    }

    @Test
    void theNumberAndTheCodesAreShownToTheBrowserThatAskedAndToNoOther() {
        var visitor = DeskVisitor.stranger(HOUSE, "extranet");
        var asked = visitor.submit(visitor.get("/assistance"), GOOD);
        assertThat(asked.path()).isEqualTo("/extranet/assistance/asked");
        assertThat(asked.page().select(".code").eachText()).hasSize(3);
        var yours = asked.page().select("#code-yours").text();
        var ours = asked.page().select("#code-ours").text();
        assertThat(yours).matches("\\d{3}.\\d{3}").isNotEqualTo(ours);
        assertThat(visitor.get("/assistance/asked").page().select("#code-yours").text())
                .as("the same after a reload")
                .isEqualTo(yours);
        assertThat(asked.response().uri().getQuery()).isNull();

        var other = DeskVisitor.stranger(HOUSE, "extranet");
        assertThat(other.get("/assistance/asked").path()).isEqualTo("/extranet/assistance");
        other.visitor().saying("Cookie", forged(cookie(visitor, "assistance-extranet")));
        assertThat(other.get("/assistance/asked").path())
                .as("a cookie that we did not make")
                .isEqualTo("/extranet/assistance");
    }

    /** Another proof, whatever the first letter of ours is. */
    private static String forged(String cookie) {
        var proof = cookie.indexOf('.') + 1;
        return cookie.substring(0, proof) + (cookie.charAt(proof) == 'A' ? 'B' : 'A') + cookie.substring(proof + 1);
    }

    @Test
    void knownAndUnknownPeopleAreAnsweredAlikeAndNobodyIsWrittenTo() {
        var lea = Member.of(HOUSE, "extranet", 1);
        var known = new LinkedHashMap<>(GOOD);
        known.put("email", lea.email());
        var first = ask(known);
        var second = ask(GOOD);
        assertThat(shape(first)).isEqualTo(shape(second));
        lea.mailbox().isEmpty();
        new Mailbox("partout@example.net").isEmpty();
    }

    @Test
    void whatWasTypedIsSealedAndTheCodesAreNowhere() {
        var typed = new LinkedHashMap<>(GOOD);
        typed.put("message", "un-mot-que-personne-d-autre-n-ecrit");
        var asked = ask(typed);
        var yours = asked.page().select("#code-yours").text().replaceAll("\\D", "");
        var rows = HOUSE.bean(JdbcClient.class)
                .sql("select request::text || coalesce(encode(typed, 'escape'), '') from assistance_request as request")
                .query(String.class)
                .list();
        assertThat(rows).noneMatch(row -> row.contains("un-mot-que-personne") || row.contains(hex("un-mot-que")));
        assertThat(rows).noneMatch(row -> row.contains("Moreau"));
        assertThat(rows).noneMatch(row -> row.contains("\"" + yours + "\"") || row.contains("," + yours + ","));
    }

    @Test
    void oneAddressThatAsksTooOftenIsSlowedDown() {
        var visitor = DeskVisitor.stranger(HOUSE, "extranet");
        for (var time = 0; time < 5; time++) {
            assertThat(visitor.submit(visitor.get("/assistance"), GOOD).status())
                    .isEqualTo(200);
        }
        var refused = DeskVisitor.stranger(HOUSE, "extranet").post("/assistance", GOOD);
        assertThat(refused.status()).isEqualTo(429);
    }

    @Test
    void aTenantWithoutADeskHasNoSuchPage() {
        var visitor = DeskVisitor.stranger(HOUSE, "gimic");
        assertThat(visitor.get("/assistance").status()).isEqualTo(404);
        assertThat(visitor.get("/assistance/asked").status()).isEqualTo(404);
        assertThat(visitor.post("/assistance", GOOD).status()).isEqualTo(404);
        assertThat(visitor.get("/sign-in/trouble").words()).doesNotContain("nom d’utilisateur\u202f?");
    }

    @Test
    void theHolderOfFiveEstablishmentsAsksForAnotherAddressAndFollowsIt() {
        var lea = Member.of(HOUSE, "extranet", 5);
        var visitor = lea.visitor();
        assertThat(visitor.get("/account").page().select("main a").eachAttr("href"))
                .contains("/extranet/assistance/email");

        var form = visitor.get("/assistance/email");
        assertThat(form.heading()).isEqualTo("Changer d’adresse de connexion");
        var same = visitor.submit(form, Map.of("email", lea.email(), "message", "Je voudrais changer."));
        assertThat(same.status()).isEqualTo(422);
        assertThat(same.page().select("#email-error").text()).contains("déjà l’adresse");

        var asked = visitor.submit(same, Map.of("email", "autre@example.net", "message", "Ma boîte ferme."));
        assertThat(asked.path()).isEqualTo("/extranet/assistance/email");
        assertThat(asked.words()).contains("Votre demande est envoyée.", "Reçue");
        assertThat(asked.page().select("#code-yours").text()).isNotEmpty();
        var again = visitor.post("/assistance/email", Map.of("email", "encore@example.net", "message", "Encore."));
        assertThat(again.page().select("#number").text())
                .as("one at a time")
                .isEqualTo(asked.page().select("#number").text());
        lea.mailbox().isEmpty();
    }

    @Test
    void fewerEstablishmentsAreSentToThePageThatSaysHowByTheServerToo() {
        var lea = Member.of(HOUSE, "extranet", 4);
        var visitor = lea.visitor();
        assertThat(visitor.get("/account").page().select("main a").eachAttr("href"))
                .doesNotContain("/extranet/assistance/email");
        assertThat(visitor.get("/assistance/email").path()).isEqualTo("/extranet/account/email");
        var posted =
                visitor.post("/assistance/email", Map.of("email", "autre@example.net", "message", "S’il vous plaît"));
        assertThat(posted.path()).isEqualTo("/extranet/account/email");
        assertThat(HOUSE.bean(Requests.class)
                        .ownAddressRequest(
                                new TenantId("extranet"), lea.account().id()))
                .isEmpty();
    }

    private static Seen ask(Map<String, String> typed) {
        var visitor = DeskVisitor.stranger(HOUSE, "extranet");
        return visitor.submit(visitor.get("/assistance"), typed);
    }

    /** The page without what is drawn anew each time. */
    private static String shape(Seen seen) {
        return seen.status()
                + seen.body()
                        .replaceAll("\\d{4}-\\d{4}", "N")
                        .replaceAll("\\d{3}(\u00a0|&nbsp;)\\d{3}", "C")
                        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static String cookie(DeskVisitor visitor, String name) {
        return visitor.visitor().cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> name + "=" + cookie.getValue())
                .findFirst()
                .orElseThrow();
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
