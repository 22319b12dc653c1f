package org.poterne.courier;

import java.util.List;
import java.util.Locale;
import org.poterne.account.EmailAddress;

/**
 * A written letter: HTML and plain text are both made from the same parts, so that neither says more than the other.
 *
 * @param to the stored address of the account, never one that was typed (Django CVE-2019-19844; GitLab CVE-2023-7028)
 * @param name beside the address; empty while nobody has proved to read it: anybody may have typed the name
 */
public record Letter(EmailAddress to, String name, Locale language, String subject, List<LetterPart> parts) {

    /** It may hold a working link. */
    @Override
    public String toString() {
        return "Letter[redacted]";
    }
}
