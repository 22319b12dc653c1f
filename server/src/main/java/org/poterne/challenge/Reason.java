package org.poterne.challenge;

import java.util.Locale;

/** Why a question is put, or put again. */
public enum Reason {
    /** The few places without proof are taken. */
    UNPROVED,
    MISSING,
    WRONG,
    /** Answered already, too old, or put to another browser, tenant or action: the visitor is told no more than this. */
    GONE,
    /** Another image was asked for: no fault of anybody's. */
    RENEWED;

    public boolean isError() {
        return this == MISSING || this == WRONG || this == GONE;
    }

    /** As the sentences call it: {@code challenge.refused.wrong}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
