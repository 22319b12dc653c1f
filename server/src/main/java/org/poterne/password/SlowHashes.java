package org.poterne.password;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Hashing as passwords are hashed, for secrets of this server's making that are short enough to need it (NIST SP 800-63B-4
 * §3.1.2: below 112 bits). On the same pool, with the same pepper; no account's password is compared here.
 */
@Component
public class SlowHashes {

    private final Hashing hashing;

    SlowHashes(Hashing hashing) {
        this.hashing = hashing;
    }

    /**
     * Outside any transaction: it waits for a core.
     *
     * @return what to keep, with salt, cost and the pepper's name
     * @throws HashingBusy when too many wait already
     */
    public String hash(RawPassword secret) {
        return hashing.hash(secret).phc();
    }

    /**
     * As long for nothing as for something.
     *
     * @param kept what {@link #hash} gave; empty when there is nothing to compare with
     * @throws HashingBusy when too many wait already
     */
    public boolean matches(RawPassword typed, Optional<String> kept) {
        return hashing.matches(typed, kept.flatMap(PasswordHash::parse));
    }
}
