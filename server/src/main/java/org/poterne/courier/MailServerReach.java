package org.poterne.courier;

import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Asks the mail server once, when the door is open. One that is away is told and refuses nothing: a restart in the night
 * must not make an outage worse.
 */
final class MailServerReach {

    private static final Logger log = LoggerFactory.getLogger(MailServerReach.class);

    private final JavaMailSenderImpl smtp;

    MailServerReach(JavaMailSenderImpl smtp) {
        this.smtp = smtp;
    }

    @EventListener(ApplicationReadyEvent.class)
    void askMeanwhile() {
        Thread.ofVirtual().name("mail-server-reach").start(this::ask);
    }

    private void ask() {
        try {
            smtp.testConnection();
        } catch (MessagingException e) {
            log.warn(
                    "the mail server {}:{} does not take our letters ({}): they wait until it does. Check"
                            + " SPRING_MAIL_HOST, SPRING_MAIL_PORT, SPRING_MAIL_USERNAME and SPRING_MAIL_PASSWORD;"
                            + " docs/courier.md tells what each kind of trouble means",
                    smtp.getHost(),
                    smtp.getPort(),
                    SmtpTrouble.of(e).words());
        }
    }
}
