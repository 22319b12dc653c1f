package org.poterne.house;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;

/** A letter as its reader sees it. */
public record ReadLetter(MimeMessage message) {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    public String subject() {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public String header(String name) {
        try {
            var values = message.getHeader(name);
            return values == null ? "" : values[0];
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public String text() {
        return part(0);
    }

    public String html() {
        return part(1);
    }

    /** The first link of the plain text. */
    public URI link() {
        var matcher = LINK.matcher(text());
        if (!matcher.find()) {
            throw new AssertionError("a letter without a link:\n" + text());
        }
        return URI.create(matcher.group());
    }

    private String part(int index) {
        try {
            return (String)
                    ((MimeMultipart) message.getContent()).getBodyPart(index).getContent();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
