package org.poterne.courier;

import jakarta.mail.internet.MimeMessage;

/** The way out of the house: an SMTP server, or the demo's mailbox. */
public interface Postman {

    Delivery deliver(MimeMessage message);

    /** What the mail server said. */
    sealed interface Delivery {

        record Accepted() implements Delivery {}

        /** A 4xx, no connection, a refused sign-in at the relay: worth another try. */
        record TryAgain(String trouble) implements Delivery {}

        /** A 5xx on this message or address: no try will change it (RFC 5321 §4.2.1). */
        record Refused(String trouble) implements Delivery {}
    }
}
