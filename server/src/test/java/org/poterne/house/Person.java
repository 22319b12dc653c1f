package org.poterne.house;

/** Somebody with an account at a tenant. */
public record Person(String tenant, String email) {

    public Mailbox mailbox() {
        return new Mailbox(email);
    }
}
