package org.poterne.push;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Which services a message may go to. A subscription comes from a browser, and so from anybody: without this list the server
 * could be sent to knock at its own network's doors (ASVS 1.3.6, 13.2.4; PU-12).
 */
@Component
final class PushServices {

    /** The system's own look-up, but for a test. */
    interface Names {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final List<PushService> list;
    private final Names names;

    @Autowired
    PushServices(PushSettings settings) {
        this(settings, InetAddress::getAllByName);
    }

    PushServices(PushSettings settings, Names names) {
        this.list = settings.push().list();
        this.names = names;
    }

    boolean isListed(URI endpoint) {
        return list.stream().anyMatch(service -> service.serves(endpoint));
    }

    /**
     * Asked before each message: the list may be another than on the day of the subscription, and a listed name may be made
     * to point inwards. Java keeps what it just looked up for the connection that follows; and whoever answered there all the
     * same would lack the certificate of that name.
     */
    boolean mayBeReached(URI endpoint) {
        return list.stream()
                .filter(service -> service.serves(endpoint))
                .anyMatch(service -> service.isLoopback() || isPublic(endpoint.getHost()));
    }

    private boolean isPublic(String host) {
        try {
            return Arrays.stream(names.addresses(host)).allMatch(PublicAddresses::holds);
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
