package org.poterne.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.courier.PostRoom.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.courier.LetterPart.Button;
import org.poterne.courier.LetterPart.Fact;
import org.poterne.courier.LetterPart.Facts;
import org.poterne.courier.LetterPart.Note;
import org.poterne.courier.LetterPart.Paragraph;
import org.poterne.house.ScriptedSmtp;

/** Letters as they travel (requirements MA-1 to MA-3, MA-7). */
class EnvelopeTests {

    private static final ScriptedSmtp SMTP = new ScriptedSmtp();
    private static final PostRoom ROOM = PostRoom.open(SMTP, Map.of("poterne.mail.from", "no-reply@accès.example"));
    private static final URI LINK =
            URI.create("https://access.example.org/gimic/recovery/open?token=" + "x".repeat(43));

    @Test
    void aLetterBearsTheHeadersOfAutomaticMail() throws Exception {
        var message =
                sent(letter(someone(), "Élodie Noël", "Votre mot de passe a été changé", new Paragraph("Bonjour,")));

        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getSentDate()).isCloseTo(java.util.Date.from(ROOM.now()), 60_000);
        assertThat(message.getHeader("Content-Language")).containsExactly("fr");
        assertThat(message.getHeader("List-Unsubscribe")).isNull();
        assertThat(message.getHeader("List-Unsubscribe-Post")).isNull();
        assertThat(message.getHeader("MIME-Version")).containsExactly("1.0");
        assertThat(message.getSubject()).isEqualTo("Votre mot de passe a été changé");
        assertThat(address(message.getFrom()[0]).getPersonal()).isEqualTo("GIMIC");
        assertThat(address(message.getAllRecipients()[0]).getPersonal()).isEqualTo("Élodie Noël");
        assertThat(message.getHeader("Subject")[0]).contains("=?UTF-8?").matches("[\\x20-\\x7e\r\n\t]+");
    }

    @Test
    void itsMessageIdIsOfTheSendersDomainAndNamesNoMachine() throws Exception {
        var source = source(letter(someone(), "Ada", "Bonjour"));
        assertThat(read(source).getHeader("Message-ID"))
                .singleElement()
                .asString()
                .matches("<[0-9a-f-]{36}@xn--accs-7oa\\.example>");
        assertThat(source).doesNotContain(InetAddress.getLocalHost().getHostName() + ">", "JavaMail");
    }

    @Test
    void internationalDomainsLeaveAsALabels() {
        var to = "ada." + UUID.randomUUID() + "@bücher.example";
        var source = source(letter(to, "Ada", "Bonjour"));
        assertThat(headers(source)).contains("@xn--bcher-kva.example").contains("no-reply@xn--accs-7oa.example");
        assertThat(SMTP.received(to.replace("bücher", "xn--bcher-kva")))
                .singleElement()
                .satisfies(letter -> assertThat(letter.envelope())
                        .containsExactly(
                                "MAIL FROM:<no-reply@xn--accs-7oa.example>",
                                "RCPT TO:<" + to.replace("bücher", "xn--bcher-kva") + ">"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada\r\nBcc: eve@example.org",
                "Ada\nBcc: eve@example.org",
                "Ada\r\n\r\n<script>",
                "Ada\u2028Bcc: eve@example.org",
                "Ada\u0085Bcc: eve@example.org",
                "Ada%0aBcc: eve@example.org",
                "Ada%0d%0aBcc: eve@example.org",
                "Ada\u0000\rBcc: eve@example.org",
                "\" <eve@example.org>, \"Ada",
                "Ada <eve@example.org>,",
                "=?UTF-8?Q?Ada=0D=0ABcc:_eve=40example.org?="
            })
    void aNameOrSubjectInjectsNoHeaderAndNoRecipient(String text) throws Exception {
        var to = someone();
        var source = source(letter(to, text, text, new Paragraph("Bonjour,")));
        var message = read(source);
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(address(message.getAllRecipients()[0]).getAddress()).isEqualTo(to);
        assertThat(headers(source).lines().filter(line -> !line.startsWith(" ") && !line.startsWith("\t")))
                .allMatch(line -> line.matches("(?i)(Date|From|To|Message-ID|Subject|MIME-Version|Content-Type"
                        + "|Content-Language|Auto-Submitted|X-Auto-Response-Suppress):.*"));
        assertThat(SMTP.received(to).getFirst().envelope()).hasSize(2);
    }

    @Test
    void theTextComesFirstAndSaysAllThatTheHtmlSays() throws Exception {
        var message = sent(letter(
                someone(),
                "Ada",
                "Bonjour",
                new Paragraph("Quelqu’un a demandé un nouveau mot de passe."),
                new Button("Changer mon mot de passe", LINK, "Ou copiez cette adresse :"),
                new Facts(java.util.List.of(new Fact("Compte", "ada@example.org"))),
                new Note("Si ce n’est pas vous, n’en tenez pas compte.")));
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        var parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");

        var text = content(parts, 0);
        var html = Jsoup.parse(content(parts, 1));
        assertThat(text).contains(LINK.toString(), "Quelqu’un a demandé", "ada@example.org");
        assertThat(words(text)).contains(words(html.body().text()).split(" ", -1));
        assertThat(html.select("img, link, script, iframe, [background], [src]"))
                .isEmpty();
        assertThat(html.select("[href]").eachAttr("href")).allMatch(LINK.toString()::equals);
        assertThat(html.html()).doesNotContain("url(", "@import");
    }

    @Test
    void noLineIsLongerThanTheStandardAllows() {
        var source = source(letter(
                someone(),
                "N".repeat(300) + " É".repeat(200),
                "Très long : " + "é".repeat(900) + " " + "x".repeat(900),
                new Paragraph("x".repeat(5000)),
                new Button("B", URI.create(LINK + "y".repeat(3000)), "Copie :")));
        assertThat(source.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 998);
        assertThat(source).matches("[\\x00-\\x7f]+");
    }

    @Test
    void anAddressBeyondAsciiIsRefusedClearlyUntilTheMailServerIsSaidToTakeIt() {
        var letter = ROOM.queue(letter("élodie@example.org", "Élodie", "Bonjour"));
        var entry = ROOM.whenItStands(letter, "undeliverable", 1);
        assertThat(entry.trouble()).isEqualTo("the address needs SMTPUTF8 (RFC 6531): poterne.mail.smtputf8");
        assertThat(SMTP.received().stream().flatMap(received -> received.envelope().stream()))
                .noneMatch(line -> line.contains("lodie"));
    }

    private static String someone() {
        return UUID.randomUUID() + "@example.org";
    }

    private static String source(Letter letter) {
        return ROOM.sent(letter);
    }

    private static MimeMessage sent(Letter letter) throws MessagingException {
        return read(source(letter));
    }

    private static MimeMessage read(String source) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)));
    }

    private static String headers(String source) {
        return source.substring(0, source.indexOf("\r\n\r\n"));
    }

    private static InternetAddress address(jakarta.mail.Address address) {
        return (InternetAddress) address;
    }

    private static String content(MimeMultipart parts, int index) throws MessagingException, IOException {
        return (String) ((MimeBodyPart) parts.getBodyPart(index)).getContent();
    }

    private static String words(String text) {
        return String.join(" ", Arrays.asList(text.split("[\\s\\u00a0\\u202f]+", -1)));
    }
}
