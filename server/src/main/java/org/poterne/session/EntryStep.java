package org.poterne.session;

import org.poterne.tenant.TenantId;

/**
 * Something that stands between what was shown at the door and the session: a bean of the module that asks it. Its page ends in
 * {@link Entrance#passed}, and nothing else opens the session.
 */
public interface EntryStep {

    /** Stable: in the database. */
    String name();

    /** Its place among the others, small first. */
    int rank();

    /** Its page: {@code /sign-in/renewal}. */
    String path();

    /** Whether it is asked of whoever has shown this much. */
    boolean isDue(TenantId tenant, Entry entry);
}
