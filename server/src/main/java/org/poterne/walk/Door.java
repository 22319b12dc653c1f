package org.poterne.walk;

import java.util.List;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;

/** Where most walks begin: told by the module that has the door, so that no other needs to know its words. */
public interface Door {

    /**
     * From the door to a page that is offered there.
     *
     * @param stem of the words of a {@link org.poterne.tenant.WayOut}
     */
    List<Step> to(String stem, Words words);

    /** The door, and whoever has the password is in. */
    List<Step> in(Tenant tenant, Words words);

    /** The form of the door filled in with another password. */
    Step tried(Tenant tenant, Words words, Typed password);
}
