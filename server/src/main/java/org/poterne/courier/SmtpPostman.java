package org.poterne.courier;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import java.util.stream.Stream;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Hands letters to the operator's SMTP server. */
final class SmtpPostman implements Postman {

    private final JavaMailSender plain;
    private final JavaMailSender beyondAscii;

    SmtpPostman(JavaMailSenderImpl smtp) {
        this.plain = smtp;
        this.beyondAscii = beyondAscii(smtp);
    }

    @Override
    public Delivery deliver(MimeMessage message) {
        try {
            (isBeyondAscii(message) ? beyondAscii : plain).send(message);
            return new Delivery.Accepted();
        } catch (MailException | MessagingException e) {
            var trouble = SmtpTrouble.of(e);
            return trouble.isFinal() ? new Delivery.Refused(trouble.words()) : new Delivery.TryAgain(trouble.words());
        }
    }

    private static boolean isBeyondAscii(MimeMessage message) throws MessagingException {
        return Stream.of(message.getAllRecipients())
                .map(recipient -> ((InternetAddress) recipient).getAddress())
                .anyMatch(address -> address.codePoints().anyMatch(point -> point > 127));
    }

    /**
     * The same server, told SMTPUTF8. Only for the letters that need it: a letter sent so is refused by the first relay on
     * its way that does not know it (RFC 6531 §3.5).
     */
    private static JavaMailSender beyondAscii(JavaMailSenderImpl smtp) {
        var twin = new JavaMailSenderImpl();
        twin.setHost(smtp.getHost());
        twin.setPort(smtp.getPort());
        twin.setUsername(smtp.getUsername());
        twin.setPassword(smtp.getPassword());
        twin.setProtocol(smtp.getProtocol());
        var properties = new Properties();
        properties.putAll(smtp.getJavaMailProperties());
        properties.setProperty(Envelope.BEYOND_ASCII, "true");
        twin.setJavaMailProperties(properties);
        return twin;
    }
}
