package org.poterne.approval;

import java.util.Locale;

/** What is approved. An approval for one opens nothing of the other (ASVS 5.0 6.6.2). */
public enum ApprovalAction {
    RECOVERY,
    SIGN_IN;

    /** In the database, in signed texts and in the keys of words: {@code sign-in}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ApprovalAction named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
