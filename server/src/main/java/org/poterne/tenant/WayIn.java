package org.poterne.tenant;

import java.util.function.Predicate;

/**
 * A way in that a module offers beside the password: a bean. It is a form below the sign-in form, hidden until its script finds
 * that the browser can, and completed by it, so that the door needs not know who offers it.
 *
 * <p>Its words are those of {@code web/scripted-form.jte}, behind the stem.
 *
 * @param stem of its words, with its dot: {@code "passkey.way-in."}
 * @param path where the form is posted to: {@code /sign-in/with-passkey}
 * @param script of the product's assets
 * @param act what its script does with it
 * @param offered whether a tenant has it
 */
public record WayIn(String stem, String path, String script, String act, Predicate<TenantId> offered) {}
