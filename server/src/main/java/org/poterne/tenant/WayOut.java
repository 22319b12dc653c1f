package org.poterne.tenant;

import java.util.function.Predicate;

/**
 * A way out that a module offers to those who cannot get in: a bean. It is a link below the sign-in form, and a part of the
 * page "I cannot get in", so that neither needs to know who offers it.
 *
 * <p>Its words: {@code <key>.link} at the door; {@code <key>.title}, {@code <key>.text} and {@code <key>.action} on the
 * page.
 *
 * @param key of its words: {@code recovery.way-out}
 * @param path of the page it leads to: {@code /recovery}
 * @param rank its place among the others, small first
 * @param offered whether a tenant has it
 */
public record WayOut(String key, String path, int rank, Predicate<TenantId> offered) {}
