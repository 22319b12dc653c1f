package org.poterne.soak;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.poterne.rig.Answer;
import org.poterne.rig.Pause;
import org.poterne.soak.Fact.Word;

/**
 * Somebody's day at the door: signs up, and then does what people do. Whatever is answered is written down; where nothing is, it
 * is tried again, as people do, until it is answered or patience ends.
 */
final class Person {

    private static final int PATIENCE = 40; // tries
    private static final Duration BREATH = Duration.ofMillis(700);
    private static final String HOME = "/soak/";
    private static final String SIGN_IN = "/soak/sign-in";

    private final Neighbourhood around;
    private final Story story;
    private final RandomGenerator chance;
    private int passwords;
    private int guesses;
    private volatile boolean locked;

    Person(Neighbourhood around, String email, RandomGenerator chance) {
        this.around = around;
        this.story = new Story(email);
        this.chance = chance;
    }

    Story story() {
        return story;
    }

    /** Ends early where patience ends: what was told until then is held to all the same. */
    void live() {
        if (!signUp()) {
            return;
        }
        for (var scene = 0; scene < 3; scene++) {
            switch (chance.nextInt(4)) {
                case 0 -> changePassword();
                case 1 -> forgetPassword();
                case 2 -> lockOut();
                default -> leaveAndReturn();
            }
        }
        IntStream.range(0, chance.nextInt(4)).forEach(_ -> knock(stranger(), "a slip " + guesses++));
    }

    /** Later: which of its passwords opens the door. */
    void comeBack() {
        for (var password : story.passwords()) {
            if (knock(stranger(), password) != Word.REFUSED) {
                return;
            }
        }
    }

    private boolean signUp() {
        var own = stranger();
        var password = newPassword();
        var typed =
                Map.of("given-name", "Camille", "family-name", "Martin", "email", story.email(), "password", password);
        if (!until(() -> asked(LetterKind.CONFIRMATION, own.fill("/soak/sign-up", typed)), Flow.SIGN_UP)) {
            return false;
        }
        return byLetter(LetterKind.CONFIRMATION, Flow.CONFIRM, link -> {
            var word = used(link, own.fill(link, Map.of("pressed", "yes")), "registration.confirmed");
            story.add(new Fact.PasswordSet(password, word));
            return word;
        });
    }

    /** Two browsers are in; one of them changes the password, and the other is out. */
    private void changePassword() {
        var one = stranger();
        var other = stranger();
        var password = likeliest();
        if (knock(one, password) != Word.DONE || knock(other, password) != Word.DONE) {
            return;
        }
        var fresh = newPassword();
        var typed = Map.of("current", password, "password", fresh, "confirmation", fresh);
        var word = redirected(one.fill("/soak/account/password", typed), "holder.password-changed");
        story.add(new Fact.PasswordSet(fresh, word));
        if (word == Word.DONE) {
            around.watch().well(Flow.CHANGE);
            useEnded(other);
        }
    }

    /** The letter's link in two hands at once, each with another password. */
    private void forgetPassword() {
        var before = stranger();
        var wasIn = knock(before, likeliest()) == Word.DONE;
        if (!until(
                () -> asked(LetterKind.RECOVERY, stranger().fill("/soak/recovery", Map.of("email", story.email()))),
                Flow.ASK_FOR_LETTER)) {
            return;
        }
        if (byLetter(LetterKind.RECOVERY, Flow.RESET, this::twoHands) && wasIn) {
            useEnded(before);
        }
    }

    private Word twoHands(String link) {
        var words = around.atOnce(List.of(() -> resetBy(link), () -> resetBy(link)));
        if (words.contains(Word.DONE)) {
            return Word.DONE;
        }
        return words.contains(Word.UNKNOWN) ? Word.UNKNOWN : Word.REFUSED;
    }

    private Word resetBy(String link) {
        var fresh = newPassword();
        var typed = Map.of("password", fresh, "confirmation", fresh);
        var word = used(link, stranger().fill(link, typed), "recovery.password-reset");
        story.add(new Fact.PasswordSet(fresh, word));
        locked &= word != Word.DONE;
        return word;
    }

    /** Wrong passwords until the lock, the right one against it, and the way out by the letter. */
    private void lockOut() {
        for (var guess = 0; guess < Checker.ATTEMPTS + 2 && !locked; guess++) {
            knock(stranger(), "a guess " + guesses++);
        }
        if (!locked) {
            return;
        }
        knock(stranger(), likeliest());
        var unlocked = byLetter(LetterKind.UNLOCK, Flow.UNLOCK, link -> {
            var word = used(link, stranger().fill(link, Map.of("pressed", "yes")), "lockout.unlocked");
            story.add(new Fact.Unlocked(word));
            locked &= word != Word.DONE;
            return word;
        });
        if (unlocked) {
            knock(stranger(), likeliest());
        }
    }

    private void leaveAndReturn() {
        var own = stranger();
        if (knock(own, likeliest()) != Word.DONE) {
            return;
        }
        var kept = own.twin(); // a thief's copy of the cookies
        if (redirected(own.fill(HOME, Map.of()), "signin.signed-out") == Word.DONE) {
            around.watch().well(Flow.SIGN_OUT);
            useEnded(kept);
        }
    }

    private void useEnded(Hand hand) {
        until(
                () -> {
                    var word = hand.open(HOME)
                            .map(page -> page.path().startsWith(SIGN_IN) ? Word.REFUSED : Word.DONE)
                            .orElse(Word.UNKNOWN);
                    story.add(new Fact.EndedSessionUsed(word));
                    return word;
                },
                Flow.ENDED_SESSION);
    }

    /** @return UNKNOWN too for one that is not compared, behind a lock */
    private Word knock(Hand hand, String password) {
        for (var tries = 0; tries < PATIENCE; tries++) {
            var answer = hand.fill(SIGN_IN, Map.of("identifier", story.email(), "password", password));
            if (answer.isPresent()) {
                return told(password, answer.get());
            }
            Pause.of(BREATH);
        }
        story.add(new Fact.Knocked(password, Word.UNKNOWN));
        return Word.UNKNOWN;
    }

    private Word told(String password, Answer answer) {
        if (answer.status() == 303) {
            around.watch().well(Flow.SIGN_IN);
            story.add(new Fact.Knocked(password, Word.DONE));
            return Word.DONE;
        }
        if (answer.body().contains("Your account is locked.")) {
            if (!locked) {
                locked = true;
                story.add(new Fact.LetterAsked(LetterKind.UNLOCK, Word.DONE)); // a lock sends its letter by itself
            }
            story.add(new Fact.ToldLocked(password));
            return Word.UNKNOWN;
        }
        around.watch().well(Flow.WRONG_PASSWORD);
        story.add(new Fact.Knocked(password, Word.REFUSED));
        return Word.REFUSED;
    }

    private interface ByLink {
        Word use(String link);
    }

    /** With the newest letter; a letter that was sent twice leaves the older link dead. One that was refused for good is given up. */
    private boolean byLetter(LetterKind kind, Flow flow, ByLink way) {
        var refused = around.letters().refused(story);
        for (var tries = 0; tries < PATIENCE && around.letters().refused(story) == refused; tries++) {
            var link = around.letters().newest(story, kind);
            var word = link.map(way::use).orElse(Word.UNKNOWN);
            if (word == Word.DONE) {
                around.watch().well(flow);
                return true;
            }
            if (word == Word.REFUSED) {
                link.ifPresent(dead -> around.letters().discard(story, kind, dead));
            }
            Pause.of(BREATH);
        }
        return false;
    }

    private Word asked(LetterKind kind, Optional<Answer> answer) {
        var word = redirected(answer, "/sent");
        story.add(new Fact.LetterAsked(kind, word));
        return word;
    }

    private Word used(String link, Optional<Answer> answer, String notice) {
        var word = redirected(answer, notice);
        story.add(new Fact.LinkUsed(link, word));
        return word;
    }

    private static Word redirected(Optional<Answer> answer, String where) {
        return answer.map(
                        one -> one.status() == 303 && one.header("location").contains(where) ? Word.DONE : Word.REFUSED)
                .orElse(Word.UNKNOWN);
    }

    private interface Try {
        Word once();
    }

    /** @return whether there was an answer before patience ended */
    private boolean until(Try step, Flow flow) {
        for (var tries = 0; tries < PATIENCE; tries++) {
            if (step.once() != Word.UNKNOWN) {
                around.watch().well(flow);
                return true;
            }
            Pause.of(BREATH);
        }
        return false;
    }

    private Hand stranger() {
        return around.hand(story);
    }

    private String likeliest() {
        return story.passwords().stream().findFirst().orElse("none that is known");
    }

    private synchronized String newPassword() {
        return "secret phrase " + story.email().hashCode() + " number " + passwords++;
    }
}
