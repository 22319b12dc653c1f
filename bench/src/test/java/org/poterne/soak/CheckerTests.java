package org.poterne.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.soak.Fact.Word.DONE;
import static org.poterne.soak.Fact.Word.REFUSED;
import static org.poterne.soak.Fact.Word.UNKNOWN;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A true story is believed, and each lie in it is found. */
class CheckerTests {

    private static final Kept WELL = new Kept(true, 0, false, 0);

    private final Story story = new Story("camille@soak.example");

    CheckerTests() {
        told(new Fact.LetterAsked(LetterKind.CONFIRMATION, DONE));
        told(new Fact.LetterCame(LetterKind.CONFIRMATION));
        told(new Fact.LinkUsed("first", DONE));
        told(new Fact.PasswordSet("one", DONE));
    }

    @Test
    void aTrueStoryIsBelieved() {
        told(new Fact.Knocked("one", DONE));
        told(new Fact.Knocked("wrong", REFUSED));
        assertThat(findings(failures(1))).isEmpty();
    }

    @Test
    void anAcknowledgedPasswordThatOpensNothingIsFound() {
        told(new Fact.PasswordSet("two", DONE));
        told(new Fact.Knocked("two", REFUSED));
        assertThat(findings(failures(1)))
                .anyMatch(finding -> finding.startsWith("an acknowledged password was lost: two"));
    }

    @Test
    void aPasswordOfBeforeAResetThatStillOpensIsFound() {
        told(new Fact.PasswordSet("two", DONE));
        told(new Fact.Knocked("one", DONE));
        assertThat(findings(WELL)).anyMatch(finding -> finding.startsWith("a password that is not the account's"));
    }

    @Test
    void withoutAnAnswerEitherPasswordMayOpenButNeverBothAndNeverNone() {
        told(new Fact.PasswordSet("two", UNKNOWN));
        assertThat(story.passwords()).containsExactly("two", "one");
        told(new Fact.Knocked("two", REFUSED));
        assertThat(findings(failures(1))).isEmpty();
        told(new Fact.Knocked("one", DONE));
        assertThat(findings(WELL)).isEmpty();
        told(new Fact.Knocked("two", DONE));
        assertThat(findings(WELL)).hasSize(1);
        told(new Fact.Knocked("two", REFUSED));
        assertThat(findings(failures(1))).anyMatch(finding -> finding.startsWith("an acknowledged password was lost"));
    }

    @Test
    void aLinkThatWasSpentTwiceIsFound() {
        told(new Fact.LinkUsed("first", REFUSED));
        assertThat(findings(WELL)).isEmpty();
        told(new Fact.LinkUsed("first", DONE));
        assertThat(findings(WELL)).anyMatch(finding -> finding.startsWith("a link was spent twice"));
    }

    @Test
    void aCounterThatWasResetOrCountsWhatNobodyDidIsFound() {
        wrong(3);
        assertThat(findings(failures(3))).isEmpty();
        assertThat(findings(failures(2))).anyMatch(finding -> finding.startsWith("a counter was reset: 2 of 3"));
        assertThat(findings(failures(4))).anyMatch(finding -> finding.startsWith("a counter counts what nobody did"));
    }

    @Test
    void aLockThatWasSkippedCameEarlyOrWasLostIsFound() {
        wrong(4);
        told(new Fact.LetterAsked(LetterKind.UNLOCK, DONE));
        told(new Fact.LetterCame(LetterKind.UNLOCK));
        told(new Fact.ToldLocked("wrong 4"));
        told(new Fact.ToldLocked("one"));
        var locked = new Kept(true, 5, true, 0);
        assertThat(findings(locked)).isEmpty();
        assertThat(findings(failures(5))).anyMatch(finding -> finding.startsWith("a lock was lost"));
        told(new Fact.Knocked("one", DONE));
        assertThat(findings(WELL)).anyMatch(finding -> finding.contains("somebody was let in behind it"));
    }

    @Test
    void aFifthWrongPasswordThatIsComparedAndALockAfterTwoAreFound() {
        wrong(5);
        assertThat(findings(failures(5))).anyMatch(finding -> finding.startsWith("a lock was skipped: 5"));
        told(new Fact.Knocked("one", DONE));
        told(new Fact.Knocked("wrong once more", REFUSED));
        told(new Fact.ToldLocked("and once more"));
        assertThat(findings(new Kept(true, 2, true, 0)))
                .anyMatch(finding -> finding.startsWith("a lock came early: after 2"));
    }

    @Test
    void aLetterThatWasLostOrCameTooOftenIsFound() {
        told(new Fact.LetterAsked(LetterKind.RECOVERY, DONE));
        assertThat(findings(WELL)).anyMatch(finding -> finding.startsWith("a letter was lost: 1 missing"));
        assertThat(Checker.findings(story, WELL, new Delivered(1, 0)))
                .as("refused for good")
                .isEmpty();
        told(new Fact.LetterCame(LetterKind.RECOVERY));
        told(new Fact.LetterCame(LetterKind.RECOVERY));
        assertThat(findings(WELL)).as("one retry").isEmpty();
        told(new Fact.LetterCame(LetterKind.RECOVERY));
        assertThat(findings(WELL)).anyMatch(finding -> finding.startsWith("a letter came too often: RECOVERY, 3"));
        assertThat(Checker.findings(story, WELL, new Delivered(0, 1)))
                .as("kept unsaid")
                .isEmpty();
    }

    @Test
    void aSessionThatOutlivesItsEndAndAnErrorShownAsItIsAreFound() {
        told(new Fact.EndedSessionUsed(REFUSED));
        assertThat(findings(WELL)).isEmpty();
        assertThat(findings(new Kept(true, 0, false, 1))).anyMatch(finding -> finding.startsWith("sessions outlived"));
        told(new Fact.EndedSessionUsed(DONE));
        told(new Fact.Unkind("500 /soak/"));
        assertThat(findings(WELL)).hasSize(2);
    }

    @Test
    void anAccountThatIsGoneIsFound() {
        assertThat(findings(Kept.NOTHING)).anyMatch(finding -> finding.startsWith("an acknowledged account was lost"));
    }

    private void told(Fact fact) {
        story.add(fact);
    }

    private void wrong(int times) {
        for (var time = 0; time < times; time++) {
            told(new Fact.Knocked("wrong " + time, REFUSED));
        }
    }

    private static Kept failures(int number) {
        return new Kept(true, number, false, 0);
    }

    private List<String> findings(Kept kept) {
        return new ArrayList<>(Checker.findings(story, kept, Delivered.NOTHING));
    }
}
