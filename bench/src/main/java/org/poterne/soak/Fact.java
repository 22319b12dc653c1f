package org.poterne.soak;

/** What somebody did, and what was said to it. The server is held to these. */
sealed interface Fact {

    /** What an answer said of a deed. */
    enum Word {
        DONE,
        REFUSED,
        /** An error, or silence: it may have been done or not. */
        UNKNOWN
    }

    /** A password was to be the account's from then on. */
    record PasswordSet(String password, Word word) implements Fact {}

    /** Somebody knocked in a browser that the account does not know. */
    record Knocked(String password, Word word) implements Fact {}

    /** To a knock: whatever the password, it is compared no more. */
    record ToldLocked(String password) implements Fact {}

    /** The lock was to be opened. */
    record Unlocked(Word word) implements Fact {}

    record LinkUsed(String link, Word word) implements Fact {}

    record LetterAsked(LetterKind kind, Word word) implements Fact {}

    record LetterCame(LetterKind kind) implements Fact {}

    /** A browser that was signed in before a reset, a change or a sign-out came back. DONE: it was let in. */
    record EndedSessionUsed(Word word) implements Fact {}

    /** An error page that is not the kind one: 503, when to come back, no word of the inside. */
    record Unkind(String what) implements Fact {}
}
