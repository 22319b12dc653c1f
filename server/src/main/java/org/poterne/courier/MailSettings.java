package org.poterne.courier;

import org.poterne.account.EmailAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param from sender of the tenants that name none: {@code no-reply@access.example.org}
 * @param smtputf8 whether the mail server takes addresses beyond ASCII before the @ (RFC 6531)
 */
@ConfigurationProperties("poterne.mail")
record MailSettings(String from, @DefaultValue("false") boolean smtputf8) {

    MailSettings {
        if (!canSend(from)) {
            throw new IllegalArgumentException(
                    "poterne.mail.from is not an e-mail address that is ASCII before the @: " + from);
        }
    }

    /** A sender beyond ASCII would ask SMTPUTF8 of every mail server on every letter's way. */
    static boolean canSend(String from) {
        return EmailAddress.parse(from)
                .filter(address -> !address.isBeyondAscii())
                .isPresent();
    }
}
