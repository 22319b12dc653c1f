package org.poterne.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.poterne.house.Hands;
import org.poterne.house.House;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever knows the password, and has no telephone. */
class TotpAttackTests {

    private static final House HOUSE = TotpFlowTests.HOUSE;
    private static final String LOCKED = "plus aucun n’est vérifié";

    private final AppHolder camille = AppHolder.of(HOUSE, "gimic");

    @AfterEach
    void theNextComesFromAnAddressThatHasSpentNothing() {
        HOUSE.withFreshBudgets();
    }

    /** Attack 19. */
    @Test
    void aCodeServesOnceAndNoneBeforeItAndNoneOfLongAgo() {
        minutesPass(5);
        var late = camille.phone().codeIn(-2);
        var before = camille.phone().codeIn(-1);
        var now = camille.phone().codeIn(0);
        assertThat(answer(HOUSE.visitor(), late).status()).as("step −2").isEqualTo(422);
        assertThat(answer(HOUSE.visitor(), now).path()).isEqualTo("/gimic/");
        assertThat(answer(HOUSE.visitor(), now).status())
                .as("again, in its window")
                .isEqualTo(422);
        assertThat(answer(HOUSE.visitor(), before).status())
                .as("the one before")
                .isEqualTo(422);
        assertThat(answer(HOUSE.visitor(), camille.phone().codeIn(1)).path())
                .as("a telephone that runs ahead")
                .isEqualTo("/gimic/");
    }

    @Test
    void theCodeOfTheSetUpOpensNothing() {
        var noa = HOUSE.person("gimic", AppHolder.PASSWORD);
        var visitor = HOUSE.visitor();
        AppHolder.signIn(visitor, noa, AppHolder.PASSWORD);
        var page = visitor.submit(visitor.get("/gimic/account/totp"), Map.of());
        var phone = PhoneApp.of(HOUSE, page.first("#key").text());
        var code = phone.code();
        visitor.submit(page, Map.of("code", code));
        var elsewhere = HOUSE.visitor();
        var seen = elsewhere.submit(AppHolder.signIn(elsewhere, noa, AppHolder.PASSWORD), Map.of("code", code));
        assertThat(seen.status()).isEqualTo(422);
    }

    @Test
    void fiveWrongCodesLockTheFactorAndTheRightPasswordGivesNoneBack() {
        for (var guess = 0; guess < 4; guess++) {
            assertThat(guess(HOUSE.visitor()).words())
                    .as("each with a password shown anew")
                    .contains("Ce code n’est pas le bon");
        }
        assertThat(guess(HOUSE.visitor()).words()).contains(LOCKED);
        assertThat(answer(HOUSE.visitor(), camille.phone().code()).words())
                .as("the right one")
                .contains(LOCKED);
        assertThat(camille.person().mailbox().next().subject())
                .isEqualTo("Des codes incorrects ont été donnés pour votre compte GIMIC");
        minutesPass(16);
        assertThat(answer(HOUSE.visitor(), camille.phone().code()).path()).isEqualTo("/gimic/");
        camille.person().mailbox().isEmpty();
    }

    @Test
    void aNewPasswordGivesNoAttemptBackEither() {
        for (var guess = 0; guess < 5; guess++) {
            guess(HOUSE.visitor());
        }
        camille.person().mailbox().next(); // locked
        var visitor = HOUSE.visitor();
        visitor.submit(
                visitor.get("/gimic/recovery"), Map.of("email", camille.person().email()));
        var page = visitor.get(camille.person().mailbox().next().link());
        visitor.submit(page, Map.of("password", "un mot tout neuf", "confirmation", "un mot tout neuf"));
        var asked = AppHolder.signIn(visitor, camille.person(), "un mot tout neuf");
        assertThat(visitor.submit(asked, Map.of("code", camille.phone().code())).words())
                .contains(LOCKED);
    }

    /** Attack 19: after a hundred, neither time nor the right code. */
    @Test
    void aHundredWrongCodesInARowDisableTheFactorUntilItIsBoundAnew() {
        for (var guess = 0; guess < 5; guess++) {
            guess(HOUSE.visitor());
        }
        var raised = HOUSE.bean(JdbcClient.class)
                .sql("""
                        update lockout set failures = 98
                         where account_id = :account and subject like 'factor:%' and failures = 5
                        """)
                .param("account", camille.account().value())
                .update();
        assertThat(raised).as("the count of all in a row").isEqualTo(1);
        minutesPass(16);
        assertThat(guess(HOUSE.visitor()).words()).contains("Ce code n’est pas le bon");
        assertThat(guess(HOUSE.visitor()).words()).contains(LOCKED);
        minutesPass(30 * 24 * 60);
        assertThat(answer(HOUSE.visitor(), camille.phone().code()).words())
                .as("a month later, the right one")
                .contains(LOCKED);
    }

    @Test
    void aKnownBrowserAnswersWhileStrangersAreLockedOut() {
        for (var guess = 0; guess < 6; guess++) {
            guess(HOUSE.visitor());
        }
        assertThat(answer(HOUSE.visitor(), camille.phone().code()).words()).contains(LOCKED);
        assertThat(answer(camille.browser(), camille.phone().code()).path()).isEqualTo("/gimic/");
    }

    @Test
    void ofFortyHandsWithOneRightCodeOnTwoNodesOneIsLetIn() {
        try (var node = HOUSE.secondNode()) {
            var pages = new ArrayList<Map.Entry<Visitor, Seen>>();
            for (var hand = 0; hand < 40; hand++) {
                var visitor = hand % 2 == 0 ? HOUSE.visitor() : node.visitor();
                pages.add(Map.entry(visitor, camille.atTheQuestion(visitor)));
                HOUSE.withFreshBudgets();
            }
            var code = camille.phone().code();
            var answers = Hands.allAtOnce(pages.stream()
                    .<Callable<Seen>>map(page -> () -> page.getKey().submit(page.getValue(), Map.of("code", code)))
                    .toList());
            assertThat(answers.stream().filter(seen -> seen.path().equals("/gimic/")))
                    .hasSize(1);
            assertThat(pages.stream()
                            .map(Map.Entry::getKey)
                            .filter(visitor -> camille.sessionOf(visitor).isPresent()))
                    .hasSize(1);
        }
    }

    @Test
    void ofTwentyFirstCodesAtOnceOneBindsAnApplication() {
        var page = camille.browser().submit(camille.browser().get("/gimic/account/totp"), Map.of());
        var code = PhoneApp.of(HOUSE, page.first("#key").text()).code();
        Callable<String> hand =
                () -> camille.browser().submit(page, Map.of("code", code)).words();
        var answers = Hands.allAtOnce(Collections.nCopies(20, hand));
        assertThat(answers.stream().filter(words -> words.contains("L’application est ajoutée")))
                .hasSize(1);
        assertThat(camille.browser().get("/gimic/account/totp").page().select("#apps > li"))
                .hasSize(2);
    }

    @Test
    void ofFortyWrongCodesAtOnceFiveAreLookedAt() {
        var pages = new ArrayList<Map.Entry<Visitor, Seen>>();
        for (var hand = 0; hand < 40; hand++) {
            var visitor = HOUSE.visitor();
            pages.add(Map.entry(visitor, camille.atTheQuestion(visitor)));
            HOUSE.withFreshBudgets();
        }
        var code = camille.phone().wrongCode();
        var answers = Hands.allAtOnce(pages.stream()
                .<Callable<Seen>>map(page -> () -> page.getKey().submit(page.getValue(), Map.of("code", code)))
                .toList());
        assertThat(answers.stream().filter(seen -> seen.words().contains("Ce code n’est pas le bon")))
                .hasSize(4);
        assertThat(HOUSE.bean(JdbcClient.class)
                        .sql(
                                "select max(failures) from lockout where account_id = :account and subject like 'factor:%'")
                        .param("account", camille.account().value())
                        .query(Integer.class)
                        .single())
                .as("looked at")
                .isEqualTo(5);
    }

    /** SI-5; ASVS 2.3.1. */
    @Test
    void withThePasswordAloneNoPageOfTheAccountOpens() {
        var visitor = HOUSE.visitor();
        camille.atTheQuestion(visitor);
        for (var page : List.of(
                "/",
                "/account",
                "/account/factors",
                "/account/totp",
                "/account/totp/new",
                "/account/sessions",
                "/account/password")) {
            assertThat(visitor.get("/gimic" + page).path()).as(page).isEqualTo("/gimic/sign-in");
        }
        for (var page : List.of("/account/totp", "/account/totp/new", "/account/totp/remove", "/account/export")) {
            assertThat(camille.post(visitor, page, Map.of()).path()).as(page).isEqualTo("/gimic/sign-in");
        }
        assertThat(camille.sessionOf(visitor)).isEmpty();
        assertThat(camille.browser().get("/gimic/account/totp").page().select("#apps > li"))
                .hasSize(1);
    }

    @Test
    void nobodyIsAskedWhoHasNotShownThePassword() {
        assertThat(HOUSE.visitor().get("/gimic/sign-in/totp").path()).isEqualTo("/gimic/sign-in");
        assertThat(camille.post(HOUSE.visitor(), "/sign-in/totp", Map.of("code", "123456"))
                        .path())
                .isEqualTo("/gimic/sign-in");
        assertThat(camille.browser().get("/gimic/sign-in/totp").path())
                .as("who is in already")
                .isEqualTo("/gimic/sign-in");
    }

    @Test
    void aCodeOfOneAccountOpensNoOther() {
        var noa = AppHolder.of(HOUSE, "gimic");
        var visitor = HOUSE.visitor();
        noa.atTheQuestion(visitor);
        var seen = visitor.submit(
                visitor.get("/gimic/sign-in/totp"),
                Map.of("code", camille.phone().code()));
        assertThat(seen.status()).isEqualTo(422);
        assertThat(noa.sessionOf(visitor)).isEmpty();
    }

    @Test
    void anEntryOfOneTenantIsWorthNothingAtAnother() {
        var visitor = HOUSE.visitor();
        camille.atTheQuestion(visitor);
        var entry = visitor.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("entry-gimic"))
                .findFirst()
                .orElseThrow();
        var planted = new HttpCookie("entry-voisine", entry.getValue());
        planted.setPath("/");
        visitor.cookies().getCookieStore().add(HOUSE.address(), planted);
        assertThat(visitor.get("/voisine/sign-in/totp").path()).isEqualTo("/voisine/sign-in");
    }

    @Test
    void whatBindsAndRemovesAsksThePasswordOfWhoeverShowedItAWhileAgo() {
        minutesPassSince(6);
        var asked = camille.browser().submit(camille.browser().get("/gimic/account/totp"), Map.of());
        assertThat(asked.heading()).isEqualTo("Confirmez que c’est bien vous");
        var app = camille.browser().get("/gimic/account/totp").first("#apps a").attr("href");
        var sure = camille.browser().submit(camille.browser().get(app), Map.of());
        assertThat(sure.heading()).isEqualTo("Confirmez que c’est bien vous");
        assertThat(camille.post(camille.browser(), "/account/totp/new", Map.of("code", "123456"))
                        .heading())
                .isEqualTo("Confirmez que c’est bien vous");
        var done = camille.browser().submit(sure, Map.of("current", AppHolder.PASSWORD));
        assertThat(done.words()).as("nothing sent is lost").contains("L’application est retirée.");
        camille.person().mailbox().next();
        camille.person().mailbox().isEmpty();
    }

    @Test
    void nobodyRemovesAnApplicationOfSomebodyElse() {
        var noa = AppHolder.of(HOUSE, "gimic");
        var theirs = noa.browser().get("/gimic/account/totp").first("#apps a").attr("href");
        var id = theirs.substring(theirs.indexOf('=') + 1);
        assertThat(camille.browser().get(theirs).path()).isEqualTo("/gimic/account/totp");
        camille.post(camille.browser(), "/account/totp/remove", Map.of("app", id));
        assertThat(AppHolder.signIn(HOUSE.visitor(), noa.person(), AppHolder.PASSWORD)
                        .path())
                .isEqualTo("/gimic/sign-in/totp");
    }

    private Seen guess(Visitor visitor) {
        return answer(visitor, camille.phone().wrongCode());
    }

    /** The password shown anew, each time. */
    private Seen answer(Visitor visitor, String code) {
        HOUSE.withFreshBudgets();
        return visitor.submit(camille.atTheQuestion(visitor), Map.of("code", code));
    }

    private static void minutesPass(int minutes) {
        PhoneApp.minutesPass(HOUSE, minutes);
    }

    private void minutesPassSince(int minutes) {
        HOUSE.bean(JdbcClient.class)
                .sql("update session set opened_at = :then, proved_at = null where account_id = :account")
                .param(
                        "then",
                        HOUSE.bean(Clock.class)
                                .instant()
                                .minus(Duration.ofMinutes(minutes))
                                .atOffset(ZoneOffset.UTC))
                .param("account", camille.account().value())
                .update();
    }
}
