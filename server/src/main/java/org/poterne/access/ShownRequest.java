package org.poterne.access;

import java.util.List;

/**
 * A request as a page shows it.
 *
 * @param name of who would have access
 * @param by the name of who asks
 * @param from the name of the establishment they ask from
 * @param number of the establishment that is asked, as it was typed
 */
public record ShownRequest(
        String id, String name, String email, String by, String from, String number, List<String> rights) {}
