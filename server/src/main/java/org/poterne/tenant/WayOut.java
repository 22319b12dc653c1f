package org.poterne.tenant;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A way out that a module offers to those who cannot get in: a bean. It is a link below the sign-in form, and a part of the
 * page "I cannot get in", so that neither needs to know who offers it.
 *
 * <p>Its words, each behind the stem: {@code link} at the door; {@code title}, {@code text} and {@code action} on the page.
 * Without a {@code link} it is not at the door, without a {@code title} not on the page; a {@code question} stands before the link
 * where a tenant words one.
 *
 * @param stem of its words, with its dot: {@code "recovery.way-out."}
 * @param path of the page it leads to: {@code /recovery}
 * @param rank its place among the others, small first
 * @param offered whether a tenant has it
 */
public record WayOut(String stem, String path, int rank, Predicate<TenantId> offered) {

    private static final Pattern UNSAID = Pattern.compile(".*way-out\\.(question|link|title)");

    /** Whether a tenant may word it as the empty sentence: that takes the way from the door, or from the page. */
    static boolean mayBeUnsaid(String key) {
        return UNSAID.matcher(key).matches();
    }
}
