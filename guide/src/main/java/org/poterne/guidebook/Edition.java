package org.poterne.guidebook;

import java.time.LocalDate;
import java.util.List;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;

/** The guide of one tenant in one language. */
public record Edition(Tenant tenant, Words words, LocalDate date, List<Chapter> chapters) {

    String language() {
        return words.language().toLanguageTag();
    }
}
