package org.poterne.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.approval.Apprentice.NEW;
import static org.poterne.approval.Apprentice.PASSWORD;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.house.Hands;
import org.poterne.house.House;
import org.poterne.house.Visitor;
import tools.jackson.databind.JsonNode;

/** Attacks 14, 16 and 17 of the requirements, and 1, 8 and 16 of the field's faults. */
class ApprovalAttackTests {

    private static final House HOUSE = House.open();

    @BeforeEach
    void nothingIsSpent() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void ofThirtyRequestsThreeAreShownThenSilence() {
        var camille = Apprentice.withPhone(HOUSE);
        var shown = 0;
        for (var time = 0; time < 30; time++) {
            var visitor = HOUSE.visitor().from("127.0.21." + (1 + time));
            var page = Apprentice.asked(visitor, camille.person().email());
            assertThat(Apprentice.number(page)).as("the page tells nothing").matches("[1-9][0-9]");
            var pending = camille.phone().pending();
            if (!pending.isEmpty()) {
                shown++;
                assertThat(camille.phone().approve(pending.getFirst(), "00")).isEqualTo("wrong-number");
            }
        }
        assertThat(shown).isEqualTo(3);
        camille.letter("Trop de demandes");
        camille.person().mailbox().isEmpty();
    }

    @Test
    void aStrangersRequestsUseUpNoneOfTheOwners() {
        var camille = Apprentice.withPhone(HOUSE);
        var own = camille.browser();
        for (var time = 0; time < 5; time++) {
            Apprentice.asked(
                    HOUSE.visitor().from("127.0.22." + (1 + time)),
                    camille.person().email());
        }
        var page = Apprentice.asked(own, camille.person().email());
        var asked = camille.asked(request -> request.path("known").booleanValue());
        assertThat(camille.phone().approve(asked, Apprentice.number(page))).isEqualTo("approved");
    }

    @Test
    void theNumberOfOneBrowserMovesNoOther() {
        var camille = Apprentice.withPhone(HOUSE);
        var own = camille.browser();
        var thief = HOUSE.visitor().from("127.0.23.1");
        Apprentice.asked(thief, camille.person().email());
        var page = Apprentice.asked(own, camille.person().email());
        var mine = camille.asked(asked -> asked.path("known").booleanValue());
        assertThat(camille.phone().approve(mine, Apprentice.number(page))).isEqualTo("approved");

        assertThat(own.get("/jasmin/recovery/approval").path()).isEqualTo("/jasmin/recovery/password");
        assertThat(thief.get("/jasmin/recovery/approval").path()).isEqualTo("/jasmin/recovery/approval");
        assertThat(thief.get("/jasmin/recovery/password").status()).isEqualTo(410);
    }

    @Test
    void aSignInThatIsApprovedResetsNothing() {
        var camille = Apprentice.withPhone(HOUSE);
        var visitor = HOUSE.visitor();
        Apprentice.named(visitor, camille.person().email()); // an attempt under way in the same browser
        var page = visitor.submit(camille.knock(visitor, PASSWORD), Map.of());
        var asked = camille.asked();
        assertThat(asked.path("action").stringValue()).isEqualTo("sign-in");
        assertThat(approved(camille, asked, "recovery", Apprentice.number(page)))
                .as("signed for another action than the one shown")
                .isEqualTo("unverified");
        assertThat(camille.phone().approve(asked, Apprentice.number(page))).isEqualTo("approved");
        assertThat(visitor.get("/jasmin/recovery/password").status()).isEqualTo(410);
    }

    @Test
    void oneWrongNumberEndsTheRequest() {
        var camille = Apprentice.withPhone(HOUSE);
        var visitor = HOUSE.visitor();
        var page = Apprentice.asked(visitor, camille.person().email());
        var right = Apprentice.number(page);
        var wrong = right.equals("41") ? "42" : "41";
        var asked = camille.asked();
        assertThat(camille.phone().approve(asked, wrong)).isEqualTo("wrong-number");
        assertThat(camille.phone().approve(asked, right)).isEqualTo("over");
        assertThat(visitor.get("/jasmin/recovery/password").status()).isEqualTo(410);
    }

    @Test
    void withoutWhatUnlocksItADeviceApprovesNothing() {
        var camille = Apprentice.withPhone(HOUSE);
        var visitor = HOUSE.visitor();
        var page = Apprentice.asked(visitor, camille.person().email());
        var asked = camille.asked();
        for (var proof : List.of("", "AAAA", camille.phone().proof("something else"))) {
            assertThat(answered(camille, asked, Apprentice.number(page), proof)).isEqualTo("unverified");
        }
        assertThat(visitor.get("/jasmin/recovery/password").status()).isEqualTo(410);
        assertThat(camille.phone().pending())
                .as("it still waits for its holder")
                .hasSize(1);
    }

    @Test
    void anotherAccountsPhoneAnswersNothing() {
        var camille = Apprentice.withPhone(HOUSE);
        var noa = Apprentice.withPhone(HOUSE);
        var page = Apprentice.asked(HOUSE.visitor(), camille.person().email());
        var asked = camille.asked();
        assertThat(noa.phone().approve(asked, Apprentice.number(page))).isEqualTo("over");
        assertThat(noa.phone().deny(asked)).isEqualTo("over");
        assertThat(camille.phone().pending()).hasSize(1);
    }

    @Test
    void ofFortyAnswersOneIsTheAnswer() {
        var camille = Apprentice.withPhone(HOUSE);
        var page = Apprentice.asked(HOUSE.visitor(), camille.person().email());
        var number = Apprentice.number(page);
        var asked = camille.asked();
        try (var other = HOUSE.secondNode()) {
            var there = camille.phone().at(other);
            Callable<String> yes = () -> camille.phone().approve(asked, number);
            Callable<String> no = () -> there.deny(asked);
            var answers = Hands.allAtOnce(
                    Stream.concat(Collections.nCopies(20, yes).stream(), Collections.nCopies(20, no).stream())
                            .toList());
            assertThat(answers.stream().filter(answer -> !answer.equals("over")))
                    .hasSize(1);
        }
    }

    @Test
    void everyOrderOfStepsLeadsBackToTheFirst() {
        var camille = Apprentice.withPhone(HOUSE);
        var visitor = HOUSE.visitor();
        for (var path : new String[] {"/recovery/approval", "/recovery/approval/send", "/recovery/password"}) {
            assertThat(isAtTheBeginning(visitor, path)).as(path).isTrue();
        }
        var page = visitor.get("/jasmin/recovery");
        var unmet = visitor.submit(page, Map.of("email", camille.person().email(), "challenge", ""));
        assertThat(unmet.path()).as("without the challenge").isEqualTo("/jasmin/recovery");
        assertThat(visitor.get("/jasmin/recovery/approval").path()).isEqualTo("/jasmin/recovery");

        Apprentice.asked(visitor, camille.person().email());
        assertThat(Apprentice.choose(visitor, NEW).status())
                .as("before anybody has approved")
                .isEqualTo(410);
        assertThat(camille.knock(HOUSE.visitor(), PASSWORD).path()).isEqualTo("/jasmin/sign-in/approval");
    }

    /** Unlocked for another action than the one that is asked. */
    private static String approved(Apprentice who, JsonNode asked, String action, String number) {
        var text = String.join("\n", "approve", asked.path("id").stringValue(), action, number);
        return answered(who, asked, number, who.phone().proof(text));
    }

    private static String answered(Apprentice who, JsonNode asked, String number, String proof) {
        var id = asked.path("id").stringValue();
        return who.phone()
                .call("answer", Map.of("request", id, "answer", "approve", "number", number, "proof", proof))
                .path("outcome")
                .stringValue();
    }

    private static boolean isAtTheBeginning(Visitor visitor, String path) {
        var seen = visitor.get("/jasmin" + path);
        return seen.status() == 410 || seen.status() == 405 || seen.path().equals("/jasmin/recovery");
    }

    @Test
    void aNewPasswordEndsWhatWaits() {
        var camille = Apprentice.withPhone(HOUSE);
        var first = HOUSE.visitor();
        var own = camille.browser();
        var page = Apprentice.asked(first, camille.person().email());
        var also = Apprentice.asked(own, camille.person().email());
        camille.asked(request -> request.path("known").booleanValue());
        camille.asked(request -> !request.path("known").booleanValue());
        var asked = camille.phone().pending();
        assertThat(asked).hasSize(2);
        for (var request : asked) {
            camille.phone()
                    .approve(request, Apprentice.number(request.path("known").booleanValue() ? also : page));
        }
        assertThat(Apprentice.choose(own, NEW).path()).isEqualTo("/jasmin/sign-in");
        assertThat(Apprentice.choose(first, "et encore une autre").status()).isEqualTo(410);
    }
}
