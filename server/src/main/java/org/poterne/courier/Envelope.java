package org.poterne.courier;

import com.ibm.icu.util.ULocale;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.poterne.account.EmailAddress;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Component;

/** Puts a letter under cover: multipart/alternative, text first, headers as automatic mail should bear them. */
@Component
final class Envelope {

    /** The mail library's name for SMTPUTF8. */
    static final String BEYOND_ASCII = "mail.mime.allowutf8";

    static {
        // Not named, it is looked for in all jars, at every part of every letter.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    /** Headers in UTF-8 for the addresses that cannot be written otherwise (RFC 6532), and for no other. */
    private final Session beyondAscii = session("true");

    private final Session plain = session("false");
    private final Sender sender;
    private final TemplateEngine templates;
    private final Clock clock;

    Envelope(Sender sender, TemplateEngine templates, Clock clock) {
        this.sender = sender;
        this.templates = templates;
        this.clock = clock;
    }

    MimeMessage seal(Tenant tenant, Letter letter) {
        var from = sender.of(tenant.id());
        try {
            var message = new MimeMessage(letter.to().isBeyondAscii() ? beyondAscii : plain);
            message.setFrom(address(from, tenant.name()));
            message.setRecipient(MimeMessage.RecipientType.TO, address(letter.to(), letter.name()));
            message.setSubject(oneLine(letter.subject()), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(clock.instant()));
            message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834 §5: no out-of-office answers
            message.setHeader("X-Auto-Response-Suppress", "All");
            message.setHeader("Content-Language", letter.language().toLanguageTag());
            message.setContent(alternatives(tenant, letter));
            message.saveChanges();
            // The library would name this machine; the sender's domain says what people may know.
            message.setHeader("Message-ID", "<" + UUID.randomUUID() + "@" + domain(from) + ">");
            return message;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("a letter that cannot be put under cover", e);
        }
    }

    /** Made once: a session reads what it can do out of the jars. */
    private static Session session(String beyondAscii) {
        var properties = new Properties();
        properties.setProperty(BEYOND_ASCII, beyondAscii);
        return Session.getInstance(properties);
    }

    private MimeMultipart alternatives(Tenant tenant, Letter letter) throws MessagingException {
        var footer = tenant.words(letter.language())
                .say(
                        "courier.letter.footer",
                        "house",
                        tenant.name(),
                        "contact",
                        tenant.contact().shown());
        var text = PlainText.of(tenant.name(), letter.parts(), footer);
        return new MimeMultipart("alternative", part(text, "plain"), part(html(tenant, letter, footer), "html"));
    }

    private String html(Tenant tenant, Letter letter, String footer) {
        var html = new StringOutput();
        templates.render(
                "courier/letter.jte",
                Map.of(
                        "lang", letter.language().toLanguageTag(),
                        "dir", ULocale.forLocale(letter.language()).isRightToLeft() ? "rtl" : "ltr",
                        "house", tenant.name(),
                        "accent", tenant.look().accent(),
                        "parts", letter.parts(),
                        "subject", letter.subject(),
                        "footer", footer),
                html);
        return html.toString();
    }

    /** Encoded already: the library would write it to the server byte by byte, for a third of a letter's work. */
    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var headers = new InternetHeaders();
        headers.setHeader("Content-Type", "text/" + subtype + "; charset=UTF-8");
        headers.setHeader("Content-Transfer-Encoding", "quoted-printable"); // no line beyond 76 octets
        return new MimeBodyPart(headers, QuotedPrintable.encode(text));
    }

    private static InternetAddress address(EmailAddress address, String name) throws UnsupportedEncodingException {
        var shown = oneLine(name);
        return shown.isBlank()
                ? new InternetAddress(address.envelope(), null, StandardCharsets.UTF_8.name())
                : new InternetAddress(address.envelope(), shown, StandardCharsets.UTF_8.name());
    }

    private static String domain(EmailAddress address) {
        return address.canonical().substring(address.canonical().lastIndexOf('@') + 1);
    }

    /** A line break in a name or a subject would begin a header of the attacker's own (ASVS 1.3.11). */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
