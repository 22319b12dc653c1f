package org.poterne.soak;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import org.poterne.soak.Fact.Word;

/**
 * Holds the server to one person's story: what was acknowledged must be so, what was refused must not, and where no answer came
 * either may be, never both.
 */
final class Checker {

    /** Wrong passwords that lock: the tenant's {@code attempts}. */
    static final int ATTEMPTS = 5;

    private final Story story;
    private final Kept kept;
    private final Delivered delivered;
    private final List<String> findings = new ArrayList<>();
    private final SequencedSet<String> passwords = new LinkedHashSet<>();
    private final Set<String> spent = new HashSet<>();
    private final Guesses guesses = new Guesses(findings);

    private Checker(Story story, Kept kept, Delivered delivered) {
        this.story = story;
        this.kept = kept;
        this.delivered = delivered;
    }

    /** @return what is wrong, a sentence each; empty when all is well */
    static List<String> findings(Story story, Kept kept, Delivered delivered) {
        var checker = new Checker(story, kept, delivered);
        story.facts().forEach(checker::follow);
        checker.compareWithTheDatabase();
        return checker.told();
    }

    /** By what was told alone, for when the database has moved on. */
    static List<String> findings(Story story) {
        var checker = new Checker(story, Kept.NOTHING, Delivered.NOTHING);
        story.facts().forEach(checker::follow);
        return checker.told();
    }

    private List<String> told() {
        return findings.stream().map(finding -> finding + " — " + story).toList();
    }

    private void follow(Fact fact) {
        switch (fact) {
            case Fact.PasswordSet(var password, var word) -> set(password, word);
            case Fact.Knocked(var password, var word) -> knocked(password, word);
            case Fact.ToldLocked(var password) -> guesses.locked(password);
            case Fact.Unlocked(var word) -> guesses.unlocked(word);
            case Fact.LinkUsed(var link, var word)
            when word == Word.DONE && !spent.add(link) -> findings.add("a link was spent twice");
            case Fact.EndedSessionUsed(var word)
            when word == Word.DONE -> findings.add("a session that had ended let somebody in");
            case Fact.Unkind(var what) -> findings.add("an error was shown as it is: " + what);
            case Fact.LinkUsed _, Fact.EndedSessionUsed _, Fact.LetterAsked _, Fact.LetterCame _ -> {}
        }
    }

    private void set(String password, Word word) {
        switch (word) {
            case DONE -> {
                passwords.clear();
                passwords.add(password);
                guesses.begin();
            }
            case UNKNOWN -> {
                passwords.add(password);
                guesses.perhapsBegin();
            }
            case REFUSED -> {}
        }
    }

    private void knocked(String password, Word word) {
        if (word == Word.DONE) {
            if (!passwords.contains(password)) {
                findings.add("a password that is not the account's let somebody in: " + password);
            }
            guesses.letIn();
            passwords.clear();
            passwords.add(password);
        } else if (word == Word.REFUSED) {
            guesses.wrong(password);
            if (passwords.remove(password) && passwords.isEmpty()) {
                findings.add("an acknowledged password was lost: " + password);
            }
        } else if (passwords.contains(password)) {
            guesses.perhapsBegin();
        } else {
            guesses.unanswered();
        }
    }

    private void compareWithTheDatabase() {
        if (!passwords.isEmpty() && !kept.exists()) {
            findings.add("an acknowledged account was lost");
            return;
        }
        guesses.compare(kept);
        if (kept.oldSessions() > 0) {
            findings.add("sessions outlived their password: " + kept.oldSessions());
        }
        new Post(story, delivered).compare(findings);
    }
}
