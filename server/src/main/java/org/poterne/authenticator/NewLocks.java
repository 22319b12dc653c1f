package org.poterne.authenticator;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** What a new phone would be unlocked by, once it has been seen to work. */
@Component
final class NewLocks {

    private final PhoneLocks phoneLocks;

    NewLocks(PhoneLocks phoneLocks) {
        this.phoneLocks = phoneLocks;
    }

    /** @param count of the phone's own lock */
    record Shown(Lock lock, long count) {}

    Optional<Shown> shown(TenantId tenant, EnrolmentAsked asked) {
        var text = text(asked.key());
        return switch (CallBody.text(asked.lock(), "kind")) {
            case "pin" -> pin(asked, text);
            case "webauthn" ->
                phoneLocks
                        .register(tenant, text, asked.lock().path("registration"))
                        .map(told -> new Shown(new Lock.OfThePhone(told.credential()), told.count()));
            default -> Optional.empty();
        };
    }

    /** One key for both would let whoever holds the phone answer without its PIN. */
    private static Optional<Shown> pin(EnrolmentAsked asked, String text) {
        return DeviceKey.parse(CallBody.text(asked.lock(), "key"))
                .filter(approval ->
                        !Arrays.equals(approval.encoded(), asked.key().encoded()))
                .filter(approval -> asked.proof().isString()
                        && approval.signed(text, asked.proof().stringValue()))
                .map(approval -> new Shown(new Lock.Pin(approval), 0));
    }

    /** What is unlocked for when a phone is added: it names the phone's key, so that no other phone can pass it off as its own. */
    static String text(DeviceKey key) {
        return "enrol\n" + Base64.getUrlEncoder().withoutPadding().encodeToString(key.fingerprint());
    }
}
