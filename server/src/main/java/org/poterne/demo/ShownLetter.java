package org.poterne.demo;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * A letter as the demo's mailbox shows it.
 *
 * @param id last segment of its address: {@code /mailbox/{id}}, its HTML at {@code /mailbox/{id}/html}
 * @param text the text part, cut where its links begin and end
 * @param headers as they travelled, one to a line
 */
public record ShownLetter(
        String id, String from, String to, String subject, ZonedDateTime at, List<TextPiece> text, String headers) {

    /** @param link whether the piece is an http(s) address */
    public record TextPiece(String text, boolean link) {}
}
