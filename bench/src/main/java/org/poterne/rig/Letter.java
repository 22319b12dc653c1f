package org.poterne.rig;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A letter as it came. */
public final class Letter {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    private final String to;
    private final byte[] source;
    private final long at;

    Letter(String to, byte[] source, long at) {
        this.to = to;
        this.source = source;
        this.at = at;
    }

    /** The address of the envelope. */
    public String to() {
        return to;
    }

    /** The moment of its last byte, as {@link System#nanoTime} counts. */
    public long at() {
        return at;
    }

    public String subject() {
        try {
            return message().getSubject();
        } catch (MessagingException e) {
            throw new RigFailure("a letter that cannot be read", e);
        }
    }

    /** The plain text. */
    public String text() {
        try {
            return text(message());
        } catch (MessagingException | IOException e) {
            throw new RigFailure("a letter that cannot be read", e);
        }
    }

    /** Of the plain text, in order. */
    public List<String> links() {
        return LINK.matcher(text()).results().map(MatchResult::group).toList();
    }

    /** The first link whose address holds this. */
    public String link(String part) {
        return links().stream()
                .filter(link -> link.contains(part))
                .findFirst()
                .orElseThrow(() -> new RigFailure("a letter without a link to " + part + ":\n" + text()));
    }

    private MimeMessage message() throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source));
    }

    private static String text(Part part) throws MessagingException, IOException {
        return switch (part.getContent()) {
            case Multipart parts -> text(parts.getBodyPart(0));
            case String text -> text;
            default -> "";
        };
    }

    @Override
    public String toString() {
        return "Letter[to " + to + "]";
    }
}
