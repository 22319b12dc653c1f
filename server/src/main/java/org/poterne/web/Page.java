package org.poterne.web;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;

/**
 * What every template is given beside its own subject.
 *
 * @param tenant absent on the install's own pages: the list of tenants, the demo mailbox, an unknown address
 * @param csrfToken the value of the hidden field {@value #CSRF_FIELD} in each form
 * @param query of the page's own address, without the language and what was announced once; empty, or ending in {@code &}
 * @param signedInAs the name of the signed-in person
 * @param contact where a person finds a human: a page of the tenant's own, or its contact; empty on the install's own pages
 * @param help where a person reads how it is done, below the tenant's; empty where there is no such page
 */
public record Page(
        Words words,
        Optional<Tenant> tenant,
        String csrfToken,
        Optional<String> signedInAs,
        Optional<Notice> notice,
        String query,
        String contact,
        String help) {

    public static final String CSRF_FIELD = "_csrf";

    /** Every page names all languages of its tenant; finding one name costs more than the rest of the page. */
    private static final Map<Locale, String> NAMES = new ConcurrentHashMap<>();

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

    /** Those that its reader may choose from; none where there is nothing to choose. */
    public List<Locale> languages() {
        return tenant.map(Tenant::languages).filter(all -> all.size() > 1).orElse(List.of());
    }

    /** The same page in another language. */
    public String inLanguage(Locale language) {
        return "?" + query + LanguageChoice.PARAMETER + "=" + language.toLanguageTag();
    }

    /** A language as its own speakers call it. */
    public static String nameOf(Locale language) {
        return NAMES.computeIfAbsent(language, Page::ownName);
    }

    private static String ownName(Locale language) {
        return LocaleDisplayNames.getInstance(
                        ULocale.forLocale(language), DisplayContext.CAPITALIZATION_FOR_UI_LIST_OR_MENU)
                .localeDisplayName(language);
    }

    /** For {@code <html dir>}. */
    public String dir() {
        return ULocale.forLocale(words.language()).isRightToLeft() ? "rtl" : "ltr";
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
