package org.poterne.agent;

import java.util.Locale;
import java.util.Set;

/** What an agent looks at or does; each is written down. */
public enum Act {
    QUEUE_OPENED,
    SEARCHED,
    REQUEST_OPENED,
    VERIFICATION_OPENED,
    PROPOSAL_OPENED,
    CHANGES_OPENED,
    CHANGE_OPENED,
    UNBINDING_FORM_OPENED,
    UNBINDING_OPENED,
    REQUEST_TAKEN,
    REQUEST_GIVEN_BACK,
    REQUEST_CLOSED,
    CALL_OPENED,
    /** The account that a request is about was chosen. */
    ACCOUNT_CHOSEN,
    TYPED_REVEALED,
    CODES_SENT,
    CODE_MATCHED,
    CODE_REFUSED,
    VERIFIED,
    NOT_VERIFIED,
    SHEET_OPENED,
    EMAIL_REVEALED,
    USERNAME_REVEALED,
    USERNAMES_SENT,
    RESET_SENT,
    UNLOCK_SENT,
    PHONE_REVOKED,
    ADDRESS_PROPOSED,
    ADDRESS_APPROVED,
    ADDRESS_REFUSED,
    UNBINDING_PROPOSED,
    UNBINDING_APPROVED,
    UNBINDING_REFUSED;

    private static final Set<Act> GLANCES = Set.of(
            QUEUE_OPENED,
            SEARCHED,
            REQUEST_OPENED,
            VERIFICATION_OPENED,
            PROPOSAL_OPENED,
            CHANGES_OPENED,
            CHANGE_OPENED,
            UNBINDING_FORM_OPENED,
            UNBINDING_OPENED);

    /** A page on the way: written down like everything, and no part of what was done for a request. */
    public boolean isGlance() {
        return GLANCES.contains(this);
    }

    /** Its stable name, in the database, the audit and the messages: {@code sheet_opened}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Act of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
