package org.poterne.membership;

import org.poterne.account.EmailAddress;

/**
 * A hotel, a shop, a school of a tenant: what its people have access to.
 *
 * @param email its own, by which others name it; letters go to its people
 */
public record Establishment(EstablishmentId id, EstablishmentNumber number, String name, EmailAddress email) {}
