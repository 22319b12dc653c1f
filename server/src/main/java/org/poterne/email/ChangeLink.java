package org.poterne.email;

import org.poterne.account.EmailAddress;
import org.poterne.email.AddressChange.State;
import org.poterne.token.TokenPurpose;
import org.poterne.token.TokenPurpose.Span;

/** The two links of a change: each goes to one of its addresses, and is good in one of its states. */
enum ChangeLink {
    CONFIRM,
    UNDO;

    /** A thief may well replace the password, and the address again: the way back must outlive both. */
    TokenPurpose purpose() {
        return switch (this) {
            case CONFIRM -> new TokenPurpose("email");
            case UNDO -> new TokenPurpose("email-undo", Span.WHOLE_LIFE);
        };
    }

    State state() {
        return switch (this) {
            case CONFIRM -> State.ASKED;
            case UNDO -> State.MADE;
        };
    }

    /** Who reads its letter. */
    EmailAddress reader(AddressChange change) {
        return switch (this) {
            case CONFIRM -> change.to();
            case UNDO -> change.from();
        };
    }
}
