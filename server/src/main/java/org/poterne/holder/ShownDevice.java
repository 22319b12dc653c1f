package org.poterne.holder;

import org.poterne.device.KnownDevice;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;

/** A browser that the account knows, in words. */
public record ShownDevice(String id, String browser, PageTime knownFrom, PageTime seen) {

    static ShownDevice of(Words words, Tenant tenant, KnownDevice device) {
        return new ShownDevice(
                device.id().toString(),
                BrowserWords.say(words, device.browser()),
                PageTime.of(words, tenant, device.knownFrom()),
                PageTime.of(words, tenant, device.seenAt()));
    }
}
