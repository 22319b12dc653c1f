package org.poterne.authenticator;

import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Whether the phone's holder unlocked it for exactly this: without that, whoever picks a phone up answers for its owner
 * (63B §3.1.3.4; PU-10). What unlocks it stays on the phone.
 */
@Component
public final class UserVerification {

    private final Devices devices;
    private final PhoneLocks phoneLocks;

    UserVerification(Devices devices, PhoneLocks phoneLocks) {
        this.devices = devices;
        this.phoneLocks = phoneLocks;
    }

    /**
     * @param text what the person saw and did; it names what is answered, so that a proof is good for that alone
     * @param proof of a PIN, the signature as base64url; of the phone's own lock, the assertion as WebAuthn's JSON
     */
    public boolean holds(TenantId tenant, Authenticator device, String text, JsonNode proof) {
        return devices.find(tenant, device.id())
                .filter(found -> !found.isRevoked())
                .filter(found -> switch (found.lock()) {
                    case Lock.Pin(var approval) -> proof.isString() && approval.signed(text, proof.stringValue());
                    case Lock.OfThePhone(var credential) ->
                        phoneLocks
                                .verify(tenant, credential, text, proof)
                                .filter(count -> devices.counted(tenant, device.id(), count))
                                .isPresent();
                })
                .isPresent();
    }
}
