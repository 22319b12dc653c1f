package org.poterne.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.house.Eyes;
import org.poterne.house.House;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.poterne.totp.AppHolder;

/** A procedure that asks an image, a letter and a code: the mailbox alone chooses no password (RT-11). */
class CodeBehindLinkTests {

    private static final House HOUSE = House.open();
    private static final String NEW = "une tout autre phrase de passe";

    @BeforeEach
    void nothingIsSpent() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void theImageThenTheLinkThenTheCodeOpenTheLastPage() {
        var camille = AppHolder.of(HOUSE, "coffre");
        var visitor = HOUSE.visitor();
        var code = opened(visitor, camille);
        assertThat(code.path()).isEqualTo("/coffre/recovery/code");

        var wrong = visitor.submit(code, Map.of("code", camille.phone().wrongCode()));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#code-error").text()).startsWith("Ce code n’est pas le bon");
        var choose = visitor.submit(wrong, Map.of("code", camille.phone().code()));
        assertThat(choose.path()).isEqualTo("/coffre/recovery/password");
        var refused = visitor.submit(choose, Map.of("password", "court", "confirmation", "court"));
        assertThat(refused.status()).as("no other code is asked for").isEqualTo(422);
        var done = visitor.submit(refused, Map.of("password", NEW, "confirmation", NEW));
        assertThat(done.path()).isEqualTo("/coffre/sign-in");
        camille.person().mailbox().next();
        assertThat(AppHolder.signIn(HOUSE.visitor(), camille.person(), NEW).path())
                .as("the factor is there as before")
                .isEqualTo("/coffre/sign-in/totp");
        camille.person().mailbox().isEmpty();
    }

    @Test
    void noOrderOfStepsGoesAroundTheCode() {
        var camille = AppHolder.of(HOUSE, "coffre");
        var visitor = HOUSE.visitor();
        var code = opened(visitor, camille);
        assertThat(visitor.get("/coffre/recovery/password").path()).isEqualTo("/coffre/recovery/code");
        var form = code.first("input[name=_csrf]").attr("value");
        var posted =
                visitor.post("/coffre/recovery/password", Map.of("_csrf", form, "password", NEW, "confirmation", NEW));
        assertThat(posted.status()).isEqualTo(410);
        assertThat(AppHolder.signIn(HOUSE.visitor(), camille.person(), NEW).status())
                .isEqualTo(422);
    }

    @Test
    void withoutTheImageNoLetterLeaves() {
        var camille = AppHolder.of(HOUSE, "coffre");
        var visitor = HOUSE.visitor();
        var page = visitor.get("/coffre/recovery");
        var again = visitor.submit(
                page, Map.of("email", camille.person().email(), "challenge-answer", "zzzzzz", "challenge", ""));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.first("#email").attr("value"))
                .isEqualTo(camille.person().email());
        camille.person().mailbox().isEmpty();
    }

    /** The page behind the link of the letter. */
    private static Seen opened(Visitor visitor, AppHolder holder) {
        var page = visitor.get("/coffre/recovery");
        var typed = new HashMap<>(Eyes.read(HOUSE, page));
        typed.put("email", holder.person().email());
        assertThat(visitor.submit(page, typed).path()).isEqualTo("/coffre/recovery/sent");
        return visitor.get(holder.person().mailbox().next().link());
    }
}
