package org.poterne.passkey;

import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** For the script, and never to be kept. */
final class Answers {

    private Answers() {}

    static ResponseEntity<String> json(Optional<String> text) {
        return text.map(found -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(found))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
