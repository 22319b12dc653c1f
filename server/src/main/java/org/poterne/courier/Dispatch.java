package org.poterne.courier;

import java.util.List;
import org.poterne.courier.Postman.Delivery;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Component;

/** Puts a letter under cover and hands it to every postman of this install. */
@Component
final class Dispatch {

    private final Envelope envelope;
    private final List<Postman> postmen;
    private final MailSettings settings;

    Dispatch(Envelope envelope, List<Postman> postmen, MailSettings settings) {
        this.envelope = envelope;
        this.postmen = postmen;
        this.settings = settings;
    }

    Delivery send(Tenant tenant, Letter letter) {
        if (letter.to().isBeyondAscii() && !settings.smtputf8()) {
            // Sent all the same, the letter é would become '?', and the link somebody else's.
            return new Delivery.Refused("the address needs SMTPUTF8 (RFC 6531): poterne.mail.smtputf8");
        }
        var message = envelope.seal(tenant, letter);
        return postmen.stream()
                .map(postman -> postman.deliver(message))
                .filter(delivery -> !(delivery instanceof Delivery.Accepted))
                .findFirst()
                .orElseGet(Delivery.Accepted::new);
    }
}
