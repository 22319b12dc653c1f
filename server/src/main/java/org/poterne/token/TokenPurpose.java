package org.poterne.token;

/** What a token is good for; at any other door it is worth nothing. Each flow names its own. */
public record TokenPurpose(String value, Span span) {

    /** How long a token lives, short of its expiry. */
    public enum Span {
        /** One for each account; a new password, or a new address, ends it. */
        ONE_PASSWORD,
        /**
         * One for each matter it concerns, whatever becomes of the password: the way back for whoever was robbed of the
         * account, which the robber must not be able to end.
         */
        WHOLE_LIFE
    }

    /** One that lives no longer than the password of its day. */
    public TokenPurpose(String value) {
        this(value, Span.ONE_PASSWORD);
    }

    boolean isLasting() {
        return span == Span.WHOLE_LIFE;
    }
}
