package org.poterne.web;

import java.util.Optional;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;

/**
 * What every template is given beside its own subject.
 *
 * @param tenant absent on the install's own pages: the list of tenants, the demo mailbox, an unknown address
 * @param csrfToken the value of the hidden field {@value #CSRF_FIELD} in each form
 * @param signedInAs the name of the signed-in person
 */
public record Page(
        Words words, Optional<Tenant> tenant, String csrfToken, Optional<String> signedInAs, Optional<Notice> notice) {

    public static final String CSRF_FIELD = "_csrf";

    public String say(String key, Object... namesAndValues) {
        return words.say(key, namesAndValues);
    }

    /** The address of one of this tenant's pages: {@code path("/sign-in")}. */
    public String path(String page) {
        return tenant.map(found -> found.path(page)).orElse(page);
    }

    /** For {@code <html lang>}. */
    public String lang() {
        return words.language().toLanguageTag();
    }

    /** For {@code <html dir>}. */
    public String dir() {
        return com.ibm.icu.util.ULocale.forLocale(words.language()).isRightToLeft() ? "rtl" : "ltr";
    }

    /** The name above the page: the tenant's, or the product's. */
    public String house() {
        return tenant.map(Tenant::name).orElse("Poterne");
    }

    /** The address of a script, stylesheet or image of the product; it changes with the content, so it is kept for a year. */
    public String asset(String name) {
        return Assets.url(name);
    }
}
