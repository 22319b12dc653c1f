package org.poterne.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.poterne.house.Hands;
import org.poterne.house.House;
import org.poterne.totp.AppHolder;

/** A tenant that asks everybody for a second factor (MF-7; NIST SP 800-63B-4 §4.5). */
class FactorRequiredTests {

    private static final House HOUSE = House.open();
    private static final String NEEDED = "et c’est votre dernier. Ajoutez-en d’abord un autre.";

    @AfterEach
    void theNextComesFromAnAddressThatHasSpentNothing() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void whoeverHasNoneIsLedToOneFromHome() {
        var camille = HOUSE.person("exigeante", AppHolder.PASSWORD);
        var visitor = HOUSE.visitor();
        var home = AppHolder.signIn(visitor, camille, AppHolder.PASSWORD);
        assertThat(home.words())
                .contains("L’Exigeante demande à chacun un deuxième facteur, et vous n’en avez pas encore.");
        assertThat(visitor.get(home.first("#factor-missing a").attr("href")).path())
                .isEqualTo("/exigeante/account/factors");
        AppHolder.setUp(HOUSE, camille, visitor);
        assertThat(visitor.get("/exigeante/").page().select("#factor-missing")).isEmpty();

        var elsewhere = HOUSE.person("gimic", AppHolder.PASSWORD);
        assertThat(AppHolder.signIn(HOUSE.visitor(), elsewhere, AppHolder.PASSWORD)
                        .page()
                        .select("#factor-missing"))
                .as("a tenant that asks nobody")
                .isEmpty();
    }

    @Test
    void theLastOneStaysAndOneOfTwoMayGo() {
        var camille = AppHolder.of(HOUSE, "exigeante");
        var first = apps(camille).getFirst();
        var sure = camille.browser().get(first);
        assertThat(sure.words()).contains(NEEDED);
        assertThat(sure.page().select("main form")).isEmpty();
        var refused = camille.post(camille.browser(), "/account/totp/remove", Map.of("app", id(first)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains(NEEDED);

        camille.browser().submit(camille.browser().get("/exigeante/account/recoverycode"), Map.of());
        camille.person().mailbox().next();
        assertThat(camille.browser().get(first).words())
                .as("codes on paper only stand in for it")
                .contains(NEEDED);

        AppHolder.setUp(HOUSE, camille.person(), camille.browser());
        camille.person().mailbox().next();
        assertThat(camille.browser()
                        .submit(camille.browser().get(first), Map.of())
                        .words())
                .contains("L’application est retirée.");
        camille.person().mailbox().next();
        assertThat(apps(camille)).hasSize(1);
        camille.person().mailbox().isEmpty();
    }

    @Test
    void ofTwoWhoRemoveTheLastTwoAtOnceOneIsRefused() {
        var camille = AppHolder.of(HOUSE, "exigeante");
        AppHolder.setUp(HOUSE, camille.person(), camille.browser());
        var answers = Hands.allAtOnce(apps(camille).stream()
                .<Callable<Integer>>map(app ->
                        () -> camille.post(camille.browser(), "/account/totp/remove", Map.of("app", id(app)))
                                .status())
                .toList());
        assertThat(answers).containsExactlyInAnyOrder(200, 422);
        assertThat(apps(camille)).hasSize(1);
    }

    private static List<String> apps(AppHolder holder) {
        return holder.browser()
                .get(holder.path("/account/totp"))
                .page()
                .select("#apps a")
                .eachAttr("href");
    }

    private static String id(String link) {
        return link.substring(link.indexOf('=') + 1);
    }
}
