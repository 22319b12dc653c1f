package org.poterne.courier;

import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;

/** Hands letters to the operator's SMTP server. */
final class SmtpPostman implements Postman {

    private final JavaMailSender smtp;

    SmtpPostman(JavaMailSender smtp) {
        this.smtp = smtp;
    }

    @Override
    public Delivery deliver(MimeMessage message) {
        try {
            smtp.send(message);
            return new Delivery.Accepted();
        } catch (MailException e) {
            var trouble = SmtpTrouble.of(e);
            return trouble.isFinal() ? new Delivery.Refused(trouble.words()) : new Delivery.TryAgain(trouble.words());
        }
    }
}
