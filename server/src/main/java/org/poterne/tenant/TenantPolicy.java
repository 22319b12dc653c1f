package org.poterne.tenant;

import java.util.List;

/** One module's settings for one tenant: a record, read from the module's own section of the tenant file. */
public interface TenantPolicy {

    /** The settings here that fall short of the standards, each with the clause it breaks. */
    default List<Weakness> weaknesses() {
        return List.of();
    }
}
