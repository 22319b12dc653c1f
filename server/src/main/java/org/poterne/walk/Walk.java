package org.poterne.walk;

import java.util.List;
import org.poterne.words.Words;

/**
 * A way through the pages of one tenant, in one language: what somebody reads before they take it, and what a browser does that
 * takes it for them.
 *
 * @param name of its address and of its files: {@code forgotten-password}
 * @param rank its place among the others, small first
 * @param given who takes it
 * @param pages where whoever needs it may be stuck: {@code /recovery}, with all below
 * @param title what it leads to, as its reader would search for it
 * @param lead when it is the right one
 * @param tips what is worth knowing besides
 */
public record Walk(
        Name name,
        int rank,
        Given given,
        List<String> pages,
        String title,
        String lead,
        List<Step> steps,
        List<String> tips) {

    /**
     * @param value letters of a to z and hyphens
     * @param stem of its words: {@code recovery.walk.}
     */
    public record Name(String value, String stem) {}

    /** Who somebody is before the first step. */
    public enum Given {
        /** Without an account. */
        NEWCOMER,
        /** With an account and its password. */
        HOLDER,
        /** Signed up, and the letter did not come. */
        UNCONFIRMED,
        /** Has typed wrong passwords: the next one is the last but one. */
        TWO_TRIES_LEFT,
        LOCKED,
        /** Of an establishment, where a colleague works too; another establishment is not far. */
        ADMINISTRATOR,
        /** With an authenticator that answers for the account. */
        PHONE_HOLDER
    }

    public Walk {
        pages = List.copyOf(pages);
        steps = List.copyOf(steps);
        tips = List.copyOf(tips);
    }

    /** A walk whose title, lead and first tip are the words behind its stem; there may be no such tip. */
    public static Walk of(Name name, int rank, Given given, List<String> pages, Words words, List<Step> steps) {
        return new Walk(
                name,
                rank,
                given,
                pages,
                words.say(name.stem() + name.value() + ".title"),
                words.say(name.stem() + name.value() + ".lead"),
                steps,
                Tip.of(words, name.stem() + name.value() + ".tip", steps));
    }
}
