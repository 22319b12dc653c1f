package org.poterne.password;

/** A password that kept the tenant's rules and is hashed: all that {@link Passwords#replace} accepts. */
public final class HashedPassword {

    private final PasswordHash hash;

    HashedPassword(PasswordHash hash) {
        this.hash = hash;
    }

    PasswordHash hash() {
        return hash;
    }

    @Override
    public String toString() {
        return "HashedPassword[redacted]";
    }
}
