package org.poterne.holder;

import org.poterne.session.OpenSession;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;

/**
 * An open session in words.
 *
 * @param from empty when its address is not known
 */
public record ShownSession(String handle, String browser, String from, PageTime since, PageTime seen, Whose whose) {

    static ShownSession of(Words words, Tenant tenant, SignedInPerson person, OpenSession session) {
        return new ShownSession(
                session.handle().toString(),
                BrowserWords.say(words, session.browser()),
                session.from().shown(),
                PageTime.of(words, tenant, session.since()),
                PageTime.of(words, tenant, session.seen()),
                Whose.of(session.handle(), person.session()));
    }

    public boolean isThisBrowser() {
        return whose == Whose.THIS_BROWSER;
    }
}
