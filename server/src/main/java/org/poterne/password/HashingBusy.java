package org.poterne.password;

/** More people are signing in than the machine can hash for: answered 503 with Retry-After, at once. */
public final class HashingBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HashingBusy() {
        super("the hashing queue is full");
    }
}
