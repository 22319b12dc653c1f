package org.poterne.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;

/** The help desk, from somebody's question to the mailbox. */
class DeskFlowTests {

    private static final House HOUSE = House.open();

    @BeforeEach
    void withFreshBudgets() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void aForgottenUsernameIsSentToTheStoredAddressOnceTwoProofsStand() {
        var lea = Member.of(HOUSE, "extranet", 1);
        var stranger = DeskVisitor.stranger(HOUSE, "extranet");
        var trouble = stranger.get("/sign-in/trouble");
        assertThat(trouble.page().select("main a").eachAttr("href")).contains("/extranet/assistance");

        var form = stranger.get("/assistance");
        assertThat(form.heading()).isEqualTo("Contacter l’assistance");
        var asked = stranger.submit(
                form,
                Map.of(
                        "name", "Léa Moreau",
                        "email", "ailleurs@example.net",
                        "establishment", "Hôtel des Remparts",
                        "message", "Je ne retrouve plus mon identifiant.\nMerci."));
        assertThat(asked.path()).isEqualTo("/extranet/assistance/asked");
        assertThat(asked.heading()).isEqualTo("Demande envoyée");
        var number = asked.page().select("#number").text();
        assertThat(number).matches("\\d{4}-\\d{4}");

        var agent = DeskAgent.at(HOUSE, "extranet");
        assertThat(agent.get("/").page().select("main a").eachAttr("href")).contains("/extranet/desk");
        var queue = agent.get("/desk");
        assertThat(queue.page().select("#queue strong").eachText()).contains(number);

        var request = agent.get("/desk/requests/" + number);
        assertThat(request.words())
                .contains("Léa Moreau", "Hôtel des Remparts", "a•••s@e•••.net")
                .doesNotContain("ailleurs@example.net");
        assertThat(request.page().select("main form[action$=/close]"))
                .as("in nobody's hands")
                .isEmpty();

        var mine = agent.visitor().press(request, "/take");
        assertThat(mine.page().select("#state").text()).startsWith("Prise en charge");
        assertThat(mine.words()).contains("Aucun compte n’est choisi");

        var found = agent.visitor().press(mine, "/desk/search", Map.of("text", lea.username()));
        assertThat(found.path()).isEqualTo("/extranet/desk/search");
        assertThat(found.words()).contains("Léa M•••").doesNotContain(lea.email(), lea.username() + "\n");

        var script = agent.visitor().press(found, "/account");
        assertThat(script.path()).isEqualTo("/extranet/desk/requests/" + number + "/verification");
        assertThat(script.page().select("main label.tick").eachText())
                .containsExactly(
                        "Numéro du contrat de l’établissement",
                        "Montant de la dernière facture",
                        "Rappel au numéro de téléphone enregistré au contrat");

        var tooFew = agent.visitor().press(script, "/verification", Map.of("proof-contract", "yes"));
        assertThat(tooFew.status()).isEqualTo(422);
        assertThat(tooFew.words()).contains("Trop peu de preuves");

        var sheet = agent.visitor().press(tooFew, "/verification", DeskAgent.TWO_PROOFS);
        assertThat(sheet.path()).isEqualTo("/extranet/desk/requests/" + number + "/sheet");
        assertThat(sheet.page().select("#account-state").text()).isEqualTo("Actif");
        assertThat(sheet.page().select("#email").text())
                .doesNotContain(lea.email())
                .contains("•••");
        assertThat(sheet.page().select("#username").text()).doesNotContain(lea.username());

        var sent = agent.visitor().press(sheet, "/usernames");
        assertThat(sent.words()).contains("Le nom d’utilisateur part à l’adresse du compte.");
        var letter = lea.mailbox().next();
        assertThat(letter.subject()).isEqualTo("Votre nom d’utilisateur Extranet");
        assertThat(letter.text()).contains(lea.username());

        var closed = agent.visitor().press(agent.get("/desk/requests/" + number), "/close", Map.of("result", "helped"));
        assertThat(closed.words()).contains("La demande est close.");
        assertThat(agent.get("/desk").page().select("#queue strong").eachText()).doesNotContain(number);
        assertThat(stranger.get("/assistance/asked").words()).contains("Cette demande est close.");

        assertThat(stranger.submit(
                                stranger.get("/sign-in"),
                                Map.of("identifier", lea.username(), "password", Member.PASSWORD))
                        .path())
                .isEqualTo("/extranet/");
        assertThat(lea.visitor().get("/account/activity").words())
                .contains(
                        "L’assistance a ouvert la fiche de votre compte",
                        "L’assistance a envoyé votre nom d’utilisateur à votre adresse");
        lea.mailbox().isEmpty();
        new org.poterne.house.Mailbox("ailleurs@example.net").isEmpty();
    }

    @Test
    void aCallerIsKnownByTheCodesOfALetterAndOneMoreProof() {
        var lea = Member.of(HOUSE, "extranet", 1);
        var agent = DeskAgent.at(HOUSE, "extranet");
        var request = agent.callOf(lea);
        assertThat(request.words()).contains("Appel", "Aucun code n’est valable");
        var at = DeskAgent.at(request);

        var sent = agent.visitor().press(request, "/codes");
        assertThat(sent.words()).contains("Les codes partent à l’adresse du compte.");
        var letter = lea.mailbox().next();
        var said = code(letter.text(), "Le code que vous dites");
        var heard = code(letter.text(), "Le code qu’on vous dit");

        var wrong =
                agent.visitor().press(sent, "/code", Map.of("code", "000\u00a0000".equals(said) ? "111111" : "000000"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#code-error").text()).contains("Ce n’est pas le code");
        assertThat(wrong.page().select("#say-code")).isEmpty();

        var right = agent.visitor().press(wrong, "/code", Map.of("code", said));
        assertThat(right.first("#say-code").wholeText()).isEqualTo(heard);

        var script = agent.get(at + "/verification");
        assertThat(script.page().select("#codes-stand").text()).contains("compte comme une preuve");
        var sheet = agent.visitor().press(script, "/verification", Map.of("proof-call-back", "yes"));
        assertThat(sheet.path()).endsWith("/sheet");
        lea.mailbox().isEmpty();
    }

    @Test
    void aResetSentByTheDeskIsTheHoldersOwn() {
        var lea = Member.of(HOUSE, "extranet", 1);
        var agent = DeskAgent.at(HOUSE, "extranet");
        var sent = agent.visitor().press(agent.sheetOf(lea), "/reset");
        assertThat(sent.words()).contains("Le lien de réinitialisation part à l’adresse du compte.");

        var link = lea.mailbox().next().link();
        var holder = DeskVisitor.stranger(HOUSE, "extranet");
        var choose = holder.visitor().get(link);
        assertThat(choose.path()).isEqualTo("/extranet/recovery/password");
        var fresh = "un tout nouveau sésame";
        assertThat(holder.submit(choose, Map.of("password", fresh, "confirmation", fresh))
                        .path())
                .isEqualTo("/extranet/sign-in");
        lea.mailbox().next(); // the notice
        assertThat(holder.submit(holder.get("/sign-in"), Map.of("identifier", lea.username(), "password", fresh))
                        .path())
                .isEqualTo("/extranet/");
        lea.mailbox().isEmpty();
    }

    @Test
    void anUnlockLetterIsSentWhereTheTenantOpensByLetter() {
        var lea = Member.of(HOUSE, "guichet", 1);
        var agent = DeskAgent.at(HOUSE, "guichet");
        lock(lea);
        lea.mailbox().next(); // the one that goes by itself
        var sheet = agent.sheetOf(lea);
        assertThat(sheet.page().select("#account-state").text()).isEqualTo("Bloqué");
        agent.visitor().press(sheet, "/unlock");
        var link = lea.mailbox().next().link();
        var holder = DeskVisitor.stranger(HOUSE, "guichet");
        assertThat(holder.submit(holder.visitor().get(link), Map.of()).path()).isEqualTo("/guichet/sign-in");
        assertThat(agent.get(DeskAgent.at(sheet) + "/sheet")
                        .page()
                        .select("#account-state")
                        .text())
                .isEqualTo("Actif");
        lea.mailbox().isEmpty();
    }

    @Test
    void whereTimeOpensALockTheSheetOffersTheResetInstead() {
        var lea = Member.of(HOUSE, "extranet", 1);
        var agent = DeskAgent.at(HOUSE, "extranet");
        lock(lea);
        var sheet = agent.sheetOf(lea);
        assertThat(sheet.words()).contains("Le lien de réinitialisation débloque aussi le compte.");
        assertThat(sheet.page().select("main form[action$=/unlock]")).isEmpty();
    }

    @Test
    void whatIsMaskedIsRevealedForAReasonAndToThisAgentAlone() {
        var lea = Member.of(HOUSE, "extranet", 1);
        var agent = DeskAgent.at(HOUSE, "extranet");
        var sheet = agent.sheetOf(lea);
        var refused = agent.visitor().press(sheet, "/reveal", Map.of("what", "email", "reason", "  bref  "));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#reason-email-error").text()).contains("dix caractères");
        assertThat(refused.words()).doesNotContain(lea.email());

        var shown =
                agent.visitor().press(refused, "/reveal", Map.of("what", "email", "reason", "Elle épelle son adresse"));
        assertThat(shown.page().select("#email").text()).isEqualTo(lea.email());
        assertThat(shown.page().select("#username").text()).doesNotContain(lea.username());
        assertThat(agent.get(DeskAgent.at(sheet)).words())
                .contains("Adresse email affichée", "Motif\u00a0: Elle épelle son adresse")
                .doesNotContain(lea.email());

        var again = agent.visitor().press(agent.get(DeskAgent.at(sheet)), "/give-back");
        assertThat(again.words()).contains("La demande est rendue.");
        assertThat(agent.get(DeskAgent.at(sheet) + "/sheet").path()).isEqualTo("/extranet" + DeskAgent.at(sheet));
    }

    @Test
    void oneAgentTakesARequestAndTheOthersSeeWho() {
        var lea = Member.of(HOUSE, "extranet", 1);
        var one = DeskAgent.at(HOUSE, "extranet");
        var two = DeskAgent.at(HOUSE, "extranet");
        var request = one.callOf(lea);
        var seen = two.get(DeskAgent.at(request));
        assertThat(seen.page().select("#state").text())
                .isEqualTo("Prise en charge (" + one.member().account().fullName() + ")");
        assertThat(seen.page().select("main form")).isEmpty();
    }

    private static void lock(Member member) {
        var thief = DeskVisitor.stranger(HOUSE, member.tenant().value());
        for (var guess = 0; guess < 5; guess++) {
            thief.submit(
                    thief.get("/sign-in"),
                    Map.of("identifier", member.username(), "password", "mauvais essai " + guess));
        }
    }

    private static String code(String letter, String label) {
        var line =
                letter.lines().dropWhile(text -> !text.contains(label)).limit(2).reduce("", (a, b) -> a + " " + b);
        var match = java.util.regex.Pattern.compile("\\d{3}[\\s\u00a0]\\d{3}").matcher(line);
        assertThat(match.find()).as(line).isTrue();
        return match.group();
    }
}
