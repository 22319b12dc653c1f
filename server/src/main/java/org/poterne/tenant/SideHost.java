package org.poterne.tenant;

import java.net.URI;
import java.util.Optional;

/** Settings of a module whose page may have a host to itself, where nothing else of the tenant is answered. */
public interface SideHost {

    /** The host, as an address without a path. */
    Optional<URI> baseUrl();

    /** The page, and all below it: {@code /authenticator}. */
    String page();
}
