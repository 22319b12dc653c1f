package org.poterne.demo;

import java.time.ZonedDateTime;
import java.util.List;

/** A letter as the demo's mailbox shows it. */
public record ShownLetter(
        String id, String from, String to, String subject, ZonedDateTime at, List<TextPiece> text, String headers) {

    /** A run of the plain text: words, or an address to click. */
    public record TextPiece(String text, boolean link) {}
}
