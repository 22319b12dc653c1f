package org.poterne.courier;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.poterne.account.Account;
import org.poterne.tenant.TenantId;

/**
 * A letter that is owed and not yet written: no address, no secret, nothing typed by anybody.
 *
 * @param kind which {@link LetterWriter} writes it: {@code recovery.reset-link}
 * @param concerns what it is about: an attempt, an account
 * @param language of the page that owed it
 */
public record LetterOrder(
        TenantId tenant, String kind, UUID concerns, Locale language, Instant queuedAt, Instant staleAt) {

    /** The reader's own language where it is known: whoever asked for the letter may not be who reads it. */
    public Locale languageFor(Account reader) {
        return reader.language().orElse(language);
    }
}
