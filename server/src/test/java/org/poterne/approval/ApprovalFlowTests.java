package org.poterne.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.approval.Apprentice.NEW;
import static org.poterne.approval.Apprentice.PASSWORD;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;

/** A number is carried from a browser to a phone, and the browser goes on. */
class ApprovalFlowTests {

    private static final House HOUSE = House.open();

    @BeforeEach
    void nothingIsSpent() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void aForgottenPasswordIsResetByANumberTypedOnThePhone() {
        var camille = Apprentice.withPhone(HOUSE);
        var visitor = HOUSE.visitor().saying("User-Agent", "Firefox/142.0 (Windows NT 10.0)");
        var page = Apprentice.asked(visitor, camille.person().email());
        assertThat(Apprentice.number(page)).matches("[1-9][0-9]");

        var asked = List.of(camille.asked());
        assertThat(asked.getFirst().path("action").stringValue()).isEqualTo("recovery");
        assertThat(asked.getFirst().path("browser").stringValue()).isEqualTo("Firefox");
        assertThat(asked.getFirst().path("platform").stringValue()).isEqualTo("Windows");
        assertThat(asked.getFirst().path("digits").intValue()).isEqualTo(2);
        assertThat(camille.phone().approve(asked.getFirst(), Apprentice.number(page)))
                .isEqualTo("approved");
        assertThat(camille.phone().pending()).isEmpty();

        assertThat(visitor.get("/jasmin/recovery/approval").path()).isEqualTo("/jasmin/recovery/password");
        assertThat(Apprentice.choose(visitor, "court").status()).isEqualTo(422);
        var done = Apprentice.choose(visitor, NEW);
        assertThat(done.path()).isEqualTo("/jasmin/sign-in");
        assertThat(done.words())
                .contains("Félicitations\u202f! Votre mot de passe a été réinitialisé.")
                .contains("Il est important que vous le gardiez secret.");
        camille.letter("mot de passe");
        assertThat(camille.knock(HOUSE.visitor(), PASSWORD).status()).isEqualTo(422);
        assertThat(camille.knock(HOUSE.visitor(), NEW).path()).isEqualTo("/jasmin/sign-in/approval");
        assertThat(Apprentice.choose(visitor, "encore une autre phrase").status())
                .as("what was spent")
                .isEqualTo(410);
        camille.person().mailbox().isEmpty();
    }

    @Test
    void atTheDoorThePhoneApprovesAfterThePassword() {
        var camille = Apprentice.withPhone(HOUSE);
        var visitor = HOUSE.visitor();
        var door = camille.knock(visitor, PASSWORD);
        assertThat(door.path()).isEqualTo("/jasmin/sign-in/approval");
        assertThat(visitor.get("/jasmin/account").path())
                .as("nothing is open yet")
                .isEqualTo("/jasmin/sign-in");

        var page = visitor.submit(door, Map.of());
        var asked = camille.asked();
        assertThat(asked.path("action").stringValue()).isEqualTo("sign-in");
        assertThat(camille.phone().approve(asked, Apprentice.number(page))).isEqualTo("approved");
        var approved = visitor.get("/jasmin/sign-in/approval");
        assertThat(visitor.submit(approved, Map.of()).heading()).startsWith("Bonjour");
    }

    @Test
    void theBrowserThatWaitsAtOneNodeIsAnsweredWhenThePhoneHasAtAnother() throws Exception {
        var camille = Apprentice.withPhone(HOUSE);
        var visitor = HOUSE.visitor();
        var page = Apprentice.asked(visitor, camille.person().email());
        try (var other = HOUSE.secondNode();
                var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = hands.submit(() -> visitor.get("/jasmin/recovery/approval/state"));
            var phone = camille.phone().at(other);
            assertThat(phone.approve(camille.asked(), Apprentice.number(page))).isEqualTo("approved");
            assertThat(waiting.get().body()).contains("approved");
        }
    }

    @Test
    void whoeverSaysItWasNotThemIsWrittenToAndAskedNoMoreForAnHour() {
        var camille = Apprentice.withPhone(HOUSE);
        var visitor = HOUSE.visitor();
        var page = Apprentice.asked(visitor, camille.person().email());
        assertThat(camille.phone().deny(camille.asked())).isEqualTo("denied");
        camille.letter("Vous avez refusé");

        assertThat(Apprentice.number(visitor.get("/jasmin/recovery/approval")))
                .as("whoever asked learns nothing of it")
                .isEqualTo(Apprentice.number(page));
        Apprentice.asked(HOUSE.visitor(), camille.person().email());
        assertThat(camille.phone().pending()).isEmpty();
        camille.person().mailbox().isEmpty();
    }
}
