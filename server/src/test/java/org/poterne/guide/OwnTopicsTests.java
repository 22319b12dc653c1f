package org.poterne.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.poterne.walk.Step;
import org.poterne.walk.Step.Letter;
import org.poterne.walk.Step.Open;
import org.poterne.walk.Walk;
import org.poterne.walk.Walk.Given;
import org.poterne.words.Sentences;

class OwnTopicsTests {

    @Test
    void whereNoLetterIsSentNoneIsMissing() {
        assertThat(OwnTopics.areLettersSent(List.of(walk(new Open("/sign-in", "page")))))
                .isFalse();
        assertThat(OwnTopics.areLettersSent(List.of(walk(new Letter("Subject", "Link")))))
                .isTrue();
    }

    @Test
    void bothLeadToEveryWayOut() {
        var words = new Sentences().in(Locale.FRENCH);
        for (var topic : List.of(OwnTopics.cannotSignIn(words), OwnTopics.notReceivedMail(words))) {
            assertThat(topic.beginning().path()).isEqualTo("/sign-in/trouble");
            assertThat(topic.steps()).hasSizeGreaterThan(2);
        }
    }

    private static Walk walk(Step step) {
        return new Walk(
                new Walk.Name("name", "stem."), 1, Given.HOLDER, List.of(), "Title", "Lead", List.of(step), List.of());
    }
}
