package org.poterne.readdress;

import org.poterne.account.EmailAddress;
import org.poterne.token.TokenPurpose;
import org.poterne.token.TokenPurpose.Span;

/** The two links of a change: each goes to one of its addresses. Both outlive a new password, which a robber may set. */
enum ReaddressLink {
    CANCEL("readdress-cancel"),
    CONFIRM("readdress-confirm");

    private final String word;

    ReaddressLink(String word) {
        this.word = word;
    }

    /** Of its cookie. */
    String word() {
        return word;
    }

    TokenPurpose purpose() {
        return new TokenPurpose(word, Span.WHOLE_LIFE);
    }

    /** Who reads its letter. */
    EmailAddress reader(Readdress change) {
        return switch (this) {
            case CANCEL -> change.from();
            case CONFIRM -> change.to();
        };
    }
}
