package org.poterne.push;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * What a device is woken for. It carries a name and no words: whatever a person is to be told, the opened application
 * fetches and proves itself for (63B §3.1.3.1; PU-9).
 *
 * @param id opaque, all that the device receives
 * @param about what a later message about the same replaces while the device is away; the service sees a keyed digest of it
 * @param until when nobody needs it any more; the service then forgets it
 */
public record PushMessage(String id, String about, Instant until) {

    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public PushMessage {
        if (!OPAQUE.matcher(id).matches()) {
            throw new IllegalArgumentException("not an opaque id"); // its text is not repeated: it may be anything
        }
    }
}
