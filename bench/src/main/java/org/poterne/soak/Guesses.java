package org.poterne.soak;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.poterne.soak.Fact.Word;

/** What was told of wrong passwords: how many the server owns to have compared, and how many more it may have. */
final class Guesses {

    private final List<String> findings;
    private final Set<String> inARow = new HashSet<>(); // since a success or a new password
    private final Set<String> towardsALock = new HashSet<>(); // since then, or since the last lock was opened
    private int perhaps;
    private boolean locked;
    private boolean perhapsLocked;

    Guesses(List<String> findings) {
        this.findings = findings;
    }

    /** The same wrong password counts once. */
    void wrong(String password) {
        inARow.add(password);
        towardsALock.add(password);
        if (towardsALock.size() >= Checker.ATTEMPTS) {
            findings.add("a lock was skipped: " + towardsALock.size() + " wrong passwords were compared");
        }
        if (locked) {
            findings.add("a lock was skipped: a password was compared behind it");
        }
    }

    void locked(String password) {
        if (perhapsLocked) {
            perhaps++;
        } else if (!locked && !towardsALock.contains(password)) {
            inARow.add(password);
            if (towardsALock.size() + 1 + perhaps < Checker.ATTEMPTS) {
                findings.add("a lock came early: after " + (towardsALock.size() + 1) + " wrong passwords");
            }
        }
        locked = true;
        perhapsLocked = false;
    }

    void letIn() {
        if (locked) {
            findings.add("a lock was skipped: somebody was let in behind it");
        }
        begin();
    }

    void unlocked(Word word) {
        if (word == Word.REFUSED) {
            return;
        }
        perhapsLocked = locked && word == Word.UNKNOWN;
        perhaps += word == Word.UNKNOWN ? towardsALock.size() : 0;
        towardsALock.clear();
        locked = false;
    }

    /** A wrong one that nobody answered. */
    void unanswered() {
        perhaps++;
    }

    void begin() {
        inARow.clear();
        towardsALock.clear();
        perhaps = 0;
        locked = false;
        perhapsLocked = false;
    }

    /** A success or a new password that nobody answered: what was counted may have been forgotten, rightly. */
    void perhapsBegin() {
        perhaps += inARow.size() + 1;
        inARow.clear();
        towardsALock.clear();
        perhapsLocked |= locked;
        locked = false;
    }

    void compare(Kept kept) {
        if (kept.failures() < inARow.size()) {
            findings.add("a counter was reset: " + kept.failures() + " of " + inARow.size() + " wrong passwords");
        }
        if (kept.failures() > inARow.size() + perhaps) {
            findings.add("a counter counts what nobody did: " + kept.failures() + " of " + inARow.size());
        }
        if (locked && !kept.locked()) {
            findings.add("a lock was lost");
        }
    }
}
