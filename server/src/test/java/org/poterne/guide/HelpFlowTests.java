package org.poterne.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.house.House;
import org.poterne.house.RawRequest;
import org.poterne.house.Seen;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;

/** From any page to the answer, and on to where it begins. */
class HelpFlowTests {

    private static final House HOUSE = House.open();

    @Test
    void theCentreHasAPageForEachProcedureOfItsTenantAndForNoOther() {
        assertThat(topics("gimic"))
                .containsExactly("cannot-sign-in", "forgotten-password", "not-received-mail", "change-password");
        assertThat(topics("agora"))
                .contains("sign-up", "not-received", "already-confirmed", "locked", "unlock-again", "taken");
        assertThat(topics("extranet")).contains("blocked", "new-user", "removed-user", "other-establishment");
        assertThat(topics("jasmin")).contains("added-phone").doesNotContain("sign-up");
        var extranet = HOUSE.visitor().get("/extranet/help");
        assertThat(extranet.page().select("main h2").eachText())
                .containsExactly(
                        "Me connecter",
                        "Mon compte",
                        "Les utilisateurs de mon établissement",
                        "Toujours besoin d’aide\u202f?");
        assertThat(extranet.page().select("main .trouble a").attr("href"))
                .as("the page by which its people reach a human")
                .isEqualTo("/extranet/assistance");
    }

    @Test
    void aTopicTellsItsStepsInOrderAndLeadsToWhereTheyBegin() {
        var seen = HOUSE.visitor().get("/metamots/help/forgotten-password");
        assertThat(seen.heading()).isEqualTo("Réinitialiser le mot de passe");
        assertThat(seen.first("main .act a.button").attr("href")).isEqualTo("/metamots/sign-in");
        assertThat(seen.page().select(".guide > li > div > p:first-child").eachText())
                .hasSizeGreaterThan(5)
                .startsWith("Rendez-vous sur la page de connexion.")
                .anyMatch(sentence -> sentence.contains("« Réinitialiser votre mot de passe »"))
                .anyMatch(sentence -> sentence.contains("« Demande de mot de passe »"));
        assertThat(seen.first(".guide .fields").select("li").eachText())
                .containsExactly("Email", "Prénom", "Nom", "Pays", "Qualité");
        assertThat(seen.page().select(".guide .note").eachText())
                .anyMatch(note -> note.startsWith("Le nouveau mot de passe doit être fort."));
        assertThat(seen.page().select(".reasons li").eachText())
                .anyMatch(tip -> tip.contains("« Spam »"))
                .anyMatch(tip -> tip.startsWith("Ne communiquez jamais votre mot de passe"));
        assertThat(seen.words()).contains("Qu’avez-vous pensé de cette page\u202f?", "Toujours besoin d’aide\u202f?");
    }

    @Test
    void whatIsDoneOnThePhoneIsToldAsSuch() {
        var seen = HOUSE.visitor().get("/jasmin/help/forgotten-password");
        assertThat(seen.page().select(".guide .place").eachText())
                .containsExactly(
                        "Sur votre téléphone", "Dans votre navigateur", "Sur votre téléphone", "Dans votre navigateur");
    }

    @ParameterizedTest
    @CsvSource({
        "/gimic/sign-in, forgotten-password",
        "/gimic/recovery, forgotten-password",
        "/gimic/recovery/sent, not-received-mail",
        "/gimic/sign-in/trouble, cannot-sign-in",
        "/agora/sign-up, sign-up",
        "/agora/confirm/resend, already-confirmed",
        "/agora/unlock/resend, unlock-again",
        "/extranet/recovery, forgotten-password",
        "/jasmin/recovery, forgotten-password"
    })
    void theFloorOfEachPageLeadsToTheProblemAtHand(String page, String topic) {
        var visitor = HOUSE.visitor();
        var help = visitor.get(page).first(".footer a");
        assertThat(help.text()).isEqualTo("Aide");
        assertThat(visitor.get(help.attr("href")).path()).endsWith("/help/" + topic);
    }

    @Test
    void thePagesOfAnAccountLeadToTheirHelpAndBackIsStillSignedIn() {
        var person = HOUSE.person("gimic", "café crème 42");
        var visitor = HOUSE.visitor();
        visitor.submit(
                visitor.get("/gimic/sign-in"), Map.of("identifier", person.email(), "password", "café crème 42"));
        var page = visitor.get("/gimic/account/password");
        var help = visitor.get(page.first(".footer a").attr("href"));
        assertThat(help.path()).isEqualTo("/gimic/help/change-password");
        assertThat(help.page().select(".footer [data-signed-in]")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nowhere", "//evil.example", "https://evil.example", "/signs", "<script>", ""})
    void anywhereElseLeadsToTheCentre(String from) {
        var seen = HOUSE.visitor().get("/gimic/help?page=" + encode(from));
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.path()).isEqualTo("/gimic/help");
        assertThat(seen.heading()).isEqualTo("Comment pouvons-nous vous aider\u202f?");
    }

    @Test
    void anAddressThatLeadsNowhereLeadsToTheCentre() {
        var seen = HOUSE.visitor().get("/gimic/nowhere");
        assertThat(seen.first(".footer a").attr("href")).isEqualTo("/gimic/help");
        assertThat(HOUSE.visitor().get("/gimic/help/nothing").status()).isEqualTo(404);
        assertThat(HOUSE.visitor().get("/gimic/help/added-phone").status())
                .as("a procedure of another tenant")
                .isEqualTo(404);
        assertThat(HOUSE.visitor().get("/").page().select(".footer").text()).doesNotContain("Aide");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oublie", "MOT DE PASSE oublié", "j'ai oublié", "instructions email"})
    void whatIsSearchedInHasteIsFound(String typed) {
        var seen = search(typed);
        assertThat(found(seen)).contains("/gimic/help/forgotten-password");
        assertThat(seen.page().select("main [role=status]").text()).contains("trouvée");
        assertThat(seen.page().select("#search").attr("value")).isEqualTo(typed);
    }

    @Test
    void whatIsNotFoundIsSaidKindlyWithAWayOn() {
        var seen = search("<b>chaussettes</b>");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(found(seen)).isEmpty();
        assertThat(seen.page().select("main b")).isEmpty();
        assertThat(seen.words())
                .contains("Aucune page d’aide trouvée pour «\u00a0<b>chaussettes</b>\u00a0».", "Contactez-nous");
        assertThat(search("x".repeat(5_000)).page().select("#search").attr("value"))
                .hasSize(100);
    }

    @Test
    void everyPageIsInEveryLanguageOfItsTenant() {
        for (var language :
                HOUSE.bean(Tenants.class).get(new TenantId("metamots")).languages()) {
            var visitor = HOUSE.visitor();
            var centre = visitor.get("/metamots/help?language=" + language.toLanguageTag());
            assertThat(centre.page().select("html").attr("lang")).isEqualTo(language.toLanguageTag());
            for (var topic : centre.page().select(".choices a").eachAttr("href")) {
                var seen = visitor.get(topic);
                assertThat(seen.status()).as(topic + " in " + language).isEqualTo(200);
                assertThat(seen.page().select("html").attr("lang")).isEqualTo(language.toLanguageTag());
                assertThat(seen.page().select(".guide > li")).hasSizeGreaterThan(2);
            }
        }
    }

    @Test
    void anotherLanguageKeepsThePage() {
        var visitor = HOUSE.visitor();
        var seen = visitor.get("/gimic/help/forgotten-password?language=en");
        assertThat(seen.heading()).isEqualTo("I have forgotten my password");
        var found = visitor.get("/gimic/help?search=oublie&language=fr");
        assertThat(found.page().select(".languages a[hreflang=en]").attr("href"))
                .isEqualTo("?search=oublie&language=en");
    }

    @Test
    void aTenantWithItsOwnHostHasItsHelpThere() {
        var answer = RawRequest.send(
                HOUSE.address(),
                "GET /help/forgotten-password HTTP/1.1\nHost: maison.localhost:"
                        + HOUSE.address().getPort(),
                "");
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("href=\"/sign-in\"", "action=\"/help/forgotten-password/feedback\"")
                .doesNotContain("/maison/");
    }

    private static List<String> topics(String tenant) {
        return found(HOUSE.visitor().get("/" + tenant + "/help")).stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList();
    }

    private static List<String> found(Seen seen) {
        return seen.page().select(".choices a").eachAttr("href");
    }

    private static Seen search(String typed) {
        return HOUSE.visitor().get("/gimic/help?search=" + encode(typed));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
