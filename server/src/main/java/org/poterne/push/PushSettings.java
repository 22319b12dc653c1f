package org.poterne.push;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param push which push services may be spoken to */
@ConfigurationProperties("poterne")
record PushSettings(URI baseUrl, @DefaultValue Push push) {

    /** The services of the browsers there are: Chrome and Edge on phones, Firefox, Safari, Edge on Windows. */
    private static final List<String> BROWSERS =
            List.of("fcm.googleapis.com", "*.push.services.mozilla.com", "*.push.apple.com", "*.notify.windows.com");

    /** @param services hosts; {@code browsers} stands for those above */
    record Push(@DefaultValue("browsers") List<String> services) {

        List<PushService> list() {
            return services.stream()
                    .map(String::strip)
                    .flatMap(name -> name.equals("browsers") ? BROWSERS.stream() : Stream.of(name))
                    .map(PushService::parse)
                    .toList();
        }
    }

    /** Wrong names are refused at start, and so is this machine itself where strangers come to the door (PU-12). */
    PushSettings {
        var isOpen = baseUrl.getHost() == null || !PushService.isLoopback(baseUrl.getHost());
        if (isOpen && push.list().stream().anyMatch(PushService::isLoopback)) {
            throw new IllegalArgumentException(
                    "poterne.push.services names this machine, which only a trial on this machine may do");
        }
    }
}
