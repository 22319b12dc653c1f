package org.poterne.holder;

import java.util.Optional;
import org.poterne.audit.AuditEntry;
import org.poterne.tenant.Tenant;
import org.poterne.words.Sentences;
import org.poterne.words.Words;

/**
 * What happened to an account, in its holder's words.
 *
 * @param from empty when the event has no address
 */
public record ShownEvent(String what, String from, PageTime at) {

    /** Nothing for an event that has no words yet: the page is for people, the copy of the data has them all. */
    static Optional<ShownEvent> of(Sentences sentences, Words words, Tenant tenant, AuditEntry entry) {
        var key = "holder.activity." + entry.what();
        return sentences.knows(key)
                ? Optional.of(
                        new ShownEvent(words.say(key), entry.from().shown(), PageTime.of(words, tenant, entry.at())))
                : Optional.empty();
    }
}
