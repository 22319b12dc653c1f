package org.poterne.demo;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.poterne.demo.ShownLetter.TextPiece;

/** A letter of the demo's mailbox: read back from its MIME form, as a mail program does. */
record StoredLetter(String id, MimeMessage message) {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    ShownLetter shown(ZoneId zone) {
        try {
            return new ShownLetter(
                    id,
                    MimeUtility.decodeText(message.getHeader("From", null)),
                    MimeUtility.decodeText(message.getHeader("To", null)),
                    message.getSubject(),
                    message.getSentDate().toInstant().atZone(zone),
                    pieces(part(0)),
                    headers());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a letter that cannot be shown: " + id, e);
        }
    }

    String html() {
        try {
            return part(1);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a letter that cannot be shown: " + id, e);
        }
    }

    private String part(int index) throws MessagingException, IOException {
        return (String)
                ((MimeMultipart) message.getContent()).getBodyPart(index).getContent();
    }

    private String headers() throws MessagingException {
        return Collections.list(message.getAllHeaders()).stream()
                .map((Header header) -> header.getName() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
    }

    static List<TextPiece> pieces(String text) {
        var pieces = new ArrayList<TextPiece>();
        var end = 0;
        for (var match : LINK.matcher(text).results().toList()) {
            pieces.add(new TextPiece(text.substring(end, match.start()), false));
            pieces.add(new TextPiece(match.group(), true));
            end = match.end();
        }
        pieces.add(new TextPiece(text.substring(end), false));
        return List.copyOf(pieces);
    }
}
