package org.poterne.password;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hashing as the rest of the module sees it: always on the pool, and as long for nobody as for somebody. */
@Component
final class Hashing {

    private final Argon2id argon2id;
    private final HashingPool pool;
    private final PasswordHash nobody;

    Hashing(Argon2id argon2id, HashingPool pool) {
        this.argon2id = argon2id;
        this.pool = pool;
        this.nobody = argon2id.nobodys();
    }

    PasswordHash hash(RawPassword password) {
        return pool.run(() -> argon2id.hash(password));
    }

    boolean matches(RawPassword typed, Optional<PasswordHash> kept) {
        var compared = kept.orElse(nobody);
        var same = pool.run(() -> argon2id.matches(typed, compared));
        return same && kept.isPresent();
    }

    /** Whether it is one of these; those whose pepper is gone cannot be told, and hold nobody up. */
    boolean matchesAny(RawPassword typed, List<PasswordHash> kept) {
        return kept.stream()
                .filter(argon2id::isComparable)
                .anyMatch(hash -> pool.run(() -> argon2id.matches(typed, hash)));
    }

    boolean isDated(PasswordHash hash) {
        return argon2id.isDated(hash);
    }
}
