package org.poterne.recovery;

import java.util.UUID;

/** A recovery attempt's name: no secret, since knowing it opens nothing. */
record AttemptId(UUID value) {

    static AttemptId fresh() {
        return new AttemptId(UUID.randomUUID());
    }
}
