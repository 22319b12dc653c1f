package org.poterne.recoverycode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.poterne.totp.AppHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the sheet of paper to the day when the telephone is lost. */
class RecoveryCodeFlowTests {

    private static final House HOUSE = House.build().start();

    @AfterEach
    void theNextComesFromAnAddressThatHasSpentNothing() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void tenCodesAreShownOnceAndEachOpensTheDoorOnce() {
        var camille = AppHolder.of(HOUSE, "gimic");
        var state = camille.browser().get("/gimic/account/recoverycode");
        var sheet = camille.browser().submit(state, Map.of());
        assertThat(sheet.path()).isEqualTo("/gimic/account/recoverycode/sheet");
        var codes = codes(sheet);
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(sheet.words())
                .contains("ils ne seront plus jamais affichés", camille.person().email());
        assertThat(camille.person().mailbox().next().text()).contains("Codes de secours", "vient d’être ajouté");
        assertThat(codes(camille.browser().get("/gimic/account/recoverycode/sheet")))
                .as("loaded again")
                .isEqualTo(codes);
        assertThat(kept())
                .as("at rest")
                .doesNotContain(
                        codes.getFirst(), codes.getFirst().replace("-", "").substring(3));

        var kept = camille.browser().submit(sheet, Map.of());
        assertThat(kept.words()).contains("Vos codes de secours sont prêts.", "Il vous reste 10 codes.");
        assertThat(camille.browser().get("/gimic/account/recoverycode/sheet").path())
                .as("shown once")
                .isEqualTo("/gimic/account/recoverycode");

        var elsewhere = HOUSE.visitor();
        var asked = elsewhere.get(camille.atTheQuestion(elsewhere)
                .first("a:contains(code de secours)")
                .attr("href"));
        assertThat(asked.path()).isEqualTo("/gimic/sign-in/recoverycode");
        assertThat(elsewhere
                        .submit(asked, Map.of("code", "123456"))
                        .page()
                        .select("#code-error")
                        .text())
                .contains("seize lettres et chiffres");
        var home = elsewhere.submit(
                asked, Map.of("code", codes.get(3).toLowerCase(Locale.ROOT).replace('-', ' ')));
        assertThat(home.path()).isEqualTo("/gimic/account/recoverycode");
        assertThat(home.words()).contains("Vous êtes connecté.", "Il vous reste 9 codes.", "Créer dix nouveaux codes");
        assertThat(camille.person().mailbox().next().subject())
                .isEqualTo("Un code de secours a servi pour votre compte GIMIC");

        assertThat(answer(camille, codes.get(3)).page().select("#code-error").text())
                .as("the same again")
                .startsWith("Ce code n’est pas le bon, ou il a déjà servi.");
        assertThat(elsewhere.get("/gimic/account/activity").words()).contains("Un code de secours a été utilisé");
        camille.person().mailbox().isEmpty();
    }

    @Test
    void aFreshSetTakesThePlaceOfTheOneBefore() {
        var camille = withCodes();
        var before = codes(make(camille));
        camille.person().mailbox().next(); // replaced those of the fixture
        var after = codes(make(camille));
        assertThat(after).hasSize(10).doesNotContainAnyElementsOf(before);
        assertThat(camille.person().mailbox().next().subject())
                .isEqualTo("Vos codes de secours GIMIC ont été remplacés");
        assertThat(answer(camille, before.getFirst()).status()).isEqualTo(422);
        assertThat(answer(camille, after.getFirst()).path()).isEqualTo("/gimic/account/recoverycode");
        camille.person().mailbox().next(); // used
        camille.person().mailbox().isEmpty();
    }

    @Test
    void codesStandInForAnotherFactorWhichMustBeThereFirst() {
        var camille = HOUSE.person("gimic", AppHolder.PASSWORD);
        var visitor = HOUSE.visitor();
        AppHolder.signIn(visitor, camille, AppHolder.PASSWORD);
        var state = visitor.get("/gimic/account/recoverycode");
        assertThat(state.words()).contains("ajoutez-en d’abord un");
        assertThat(state.page().select("main form")).isEmpty();
        var form = visitor.get("/gimic/recovery").first("input[name=_csrf]").attr("value");
        visitor.post("/gimic/account/recoverycode", Map.of("_csrf", form));
        assertThat(visitor.get("/gimic/account/recoverycode").page().select("#left"))
                .isEmpty();
        assertThat(AppHolder.signIn(HOUSE.visitor(), camille, AppHolder.PASSWORD)
                        .path())
                .isEqualTo("/gimic/");
        camille.mailbox().isEmpty();
    }

    @Test
    void codesGoWithTheLastFactorThatTheyStandInFor() {
        var camille = withCodes();
        var app = camille.browser().get("/gimic/account/totp").first("#apps a").attr("href");
        camille.browser().submit(camille.browser().get(app), Map.of());
        camille.person().mailbox().next();
        assertThat(camille.browser().get("/gimic/account/recoverycode").page().select("#left"))
                .isEmpty();
        camille.person().mailbox().isEmpty();
    }

    @Test
    void codesAreRemovedByTheirHolder() {
        var camille = withCodes();
        var removed = camille.browser().submit(camille.browser().get("/gimic/account/recoverycode/remove"), Map.of());
        assertThat(removed.words()).contains("Vos codes de secours sont retirés.");
        assertThat(camille.person().mailbox().next().text()).contains("Codes de secours", "vient d’être retiré");
        var visitor = HOUSE.visitor();
        assertThat(camille.atTheQuestion(visitor).words()).doesNotContain("Taper un code de secours");
        assertThat(visitor.get("/gimic/sign-in/recoverycode").path()).isEqualTo("/gimic/sign-in/totp");
        camille.person().mailbox().isEmpty();
    }

    static AppHolder withCodes() {
        return withCodes(HOUSE);
    }

    static AppHolder withCodes(House house) {
        var camille = AppHolder.of(house, "gimic");
        make(camille);
        camille.person().mailbox().next();
        return camille;
    }

    static Seen make(AppHolder holder) {
        return holder.browser().submit(holder.browser().get("/gimic/account/recoverycode"), Map.of());
    }

    static List<String> codes(Seen sheet) {
        return sheet.page().select("#sheet li").eachText();
    }

    static Seen answer(AppHolder holder, String code) {
        return answer(holder, HOUSE.visitor(), code);
    }

    static Seen answer(AppHolder holder, Visitor visitor, String code) {
        holder.atTheQuestion(visitor);
        return visitor.submit(visitor.get("/gimic/sign-in/recoverycode"), Map.of("code", code));
    }

    private static String kept() {
        return HOUSE.bean(JdbcClient.class).sql("""
                        select string_agg(selector || hash, ' ')
                               || (select string_agg(encode(codes, 'escape'), ' ') from recovery_code_sheet)
                          from recovery_code
                        """).query(String.class).single();
    }
}
