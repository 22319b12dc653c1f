package org.poterne.web;

/** The path begins with no tenant's name: 404, as for any page that is not there. */
final class NoSuchTenant extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
