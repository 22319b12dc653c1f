package org.poterne.recovery;

import java.net.URI;
import java.time.Instant;

/**
 * The link as its letter tells it.
 *
 * @param describedAgain whether the page behind it asks who one is once more
 */
record ResetLink(URI address, Instant expires, boolean describedAgain) {

    /** It opens an account. */
    @Override
    public String toString() {
        return "ResetLink[redacted]";
    }
}
