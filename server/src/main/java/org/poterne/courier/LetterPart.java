package org.poterne.courier;

import java.net.URI;
import java.util.List;

/** What a letter is made of, in reading order. Its text and its HTML are two renderings of the same parts. */
public sealed interface LetterPart {

    record Paragraph(String text) implements LetterPart {}

    /**
     * What the letter is for.
     *
     * @param copyHint introduces the address in clear: a button does not work everywhere, and some people never click
     */
    record Button(String label, URI link, String copyHint) implements LetterPart {}

    /** What happened, when, to which account. */
    record Facts(List<Fact> facts) implements LetterPart {

        public Facts {
            facts = List.copyOf(facts);
        }
    }

    record Fact(String label, String value) {}

    /** Small print. */
    record Note(String text) implements LetterPart {}
}
