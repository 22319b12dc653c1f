package org.poterne.walk;

import java.util.stream.Stream;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;

/** What a module has people go through: a bean. It tells the live procedure of a tenant, so that a guide cannot be out of date. */
public interface WalkTeller {

    /** Those that this tenant has, in the words of its pages. */
    Stream<Walk> walks(Tenant tenant, Words words);
}
