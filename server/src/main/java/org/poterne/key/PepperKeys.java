package org.poterne.key;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The peppers: keys without which a stolen database lets nobody guess passwords (NIST SP 800-63B-4 §3.1.1.2; OWASP
 * Password Storage, "Peppering"). To rotate, write a new line above the others; passwords follow at each sign-in.
 */
@Component
public final class PepperKeys {

    private final List<NamedKey> keys;

    PepperKeys(KeySettings settings) {
        this.keys = KeyFile.readOrMake(settings.pepper(), "poterne.pepper-file").keys();
    }

    /** The one that new hashes use. */
    public NamedKey current() {
        return keys.getFirst();
    }

    /** Those of earlier days too: passwords not used since still need them. */
    List<NamedKey> all() {
        return keys;
    }

    public Optional<NamedKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }
}
