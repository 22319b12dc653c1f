package org.poterne.courier;

import java.net.URI;

/** placeholder until the look arrives */
public sealed interface LetterPart {
    record Paragraph(String text) implements LetterPart {}

    record Button(String label, URI link, String copyHint) implements LetterPart {}

    record Note(String text) implements LetterPart {}
}
