package org.poterne.users;

import org.poterne.access.ShownRequest;

/**
 * A request to another establishment, as the list shows it.
 *
 * @param state {@code waiting}, {@code expired} or {@code refused}; its word: {@code users.asked.<state>}
 */
public record AskedRow(ShownRequest request, String state) {}
