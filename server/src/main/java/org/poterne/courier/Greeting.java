package org.poterne.courier;

import org.poterne.account.Account;
import org.poterne.words.Words;

/**
 * How a letter calls its reader. Before the address is confirmed, nobody's name: whoever signed up with it may have typed
 * anything, and would write to a stranger in the tenant's name.
 */
public final class Greeting {

    private Greeting() {}

    /** @param key of the sentence with {@code {name}} */
    public static LetterPart of(Words words, String key, Account account) {
        return new LetterPart.Paragraph(
                account.isConfirmed()
                        ? words.say(key, "name", account.fullName())
                        : words.say("courier.letter.greeting-nobody"));
    }

    /** For the envelope; empty shows the address alone. */
    public static String name(Account account) {
        return account.isConfirmed() ? account.fullName() : "";
    }
}
