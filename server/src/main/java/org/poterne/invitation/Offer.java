package org.poterne.invitation;

import java.util.List;

/**
 * An invitation as whoever is invited reads it.
 *
 * @param from the name of who invites; empty: the operator
 * @param establishment its name; empty: an account alone
 */
public record Offer(String id, String from, String establishment, List<String> rights) {}
