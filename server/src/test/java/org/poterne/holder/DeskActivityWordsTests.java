package org.poterne.holder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.poterne.agent.Act;
import org.poterne.readdress.ReaddressStep.Step;
import org.poterne.unbinding.UnbindingStep;
import org.poterne.words.Sentences;

/** What the desk did to an account is read by its holder; how it handled its own papers is not. */
class DeskActivityWordsTests {

    /** Of no account, or of the desk's own order. */
    private static final Set<Act> PAPERS = Set.of(
            Act.QUEUE_OPENED,
            Act.CHANGES_OPENED,
            Act.SEARCHED,
            Act.REQUEST_OPENED,
            Act.REQUEST_TAKEN,
            Act.REQUEST_GIVEN_BACK,
            Act.REQUEST_CLOSED,
            Act.TYPED_REVEALED);

    private final Sentences sentences = new Sentences();

    @Test
    void everyActOnAnAccountHasItsWords() {
        assertThat(Arrays.stream(Act.values()).filter(act -> !PAPERS.contains(act)))
                .allMatch(act -> sentences.knows("holder.activity.desk_" + act.word()));
    }

    @Test
    void everyStepOfAnUnbindingHasItsWords() {
        assertThat(Arrays.stream(UnbindingStep.Step.values()))
                .allMatch(step -> sentences.knows("holder.activity.desk_unbinding_" + step.word()));
    }

    /** The change itself is told as every change of address is. */
    @Test
    void everyStepOfAChangeHasItsWords() {
        assertThat(Arrays.stream(Step.values()).filter(step -> step != Step.MADE))
                .allMatch(step -> sentences.knows("holder.activity.desk_address_" + step.word()));
    }
}
