package org.poterne.invitation;

import org.poterne.account.EmailAddress;

/** Whom somebody invites, as they know them. */
public record Invitee(EmailAddress email, String givenName, String familyName) {

    public String fullName() {
        return (givenName + " " + familyName).strip();
    }
}
