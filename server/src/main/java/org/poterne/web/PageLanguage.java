package org.poterne.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.poterne.session.CurrentSession;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.words.Sentences;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of a page, and of the letter it owes: the one chosen in this browser, else the account's, else the best of
 * those that browser and tenant share, else the tenant's first. Pages that take a {@link Locale} are given this one.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
final class PageLanguage implements LocaleResolver {

    private static final String PREFERRED = PageLanguage.class.getName() + ".preferred";
    private static final String AWAY = PageLanguage.class.getName() + ".away";

    private final Sentences sentences;
    private final CurrentSession session;

    PageLanguage(Sentences sentences, CurrentSession session) {
        this.sentences = sentences;
        this.session = session;
    }

    /** What the browser says of its reader, the most wanted first. */
    private record Preferred(List<Locale> languages) {}

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var preferred = preferred(request).languages();
        return TenantDoor.tenant(request)
                .map(tenant -> LanguageChoice.of(tenant, request)
                        .or(() -> ofAccount(tenant, request))
                        .orElseGet(() -> tenant.languageFor(preferred)))
                .orElseGet(() -> preferred.stream()
                        .map(locale -> Locale.forLanguageTag(locale.getLanguage()))
                        .filter(sentences.languages()::contains)
                        .findFirst()
                        .orElse(Locale.FRENCH));
    }

    /** A page is shown even while the database is away. */
    private Optional<Locale> ofAccount(Tenant tenant, HttpServletRequest request) {
        if (isDatabaseAway(request)) {
            return Optional.empty();
        }
        try {
            return session.person(tenant, request)
                    .flatMap(SignedInPerson::language)
                    .filter(tenant.languages()::contains);
        } catch (DataAccessException _) {
            request.setAttribute(AWAY, true);
            return Optional.empty(); // a closed page asks once more, and says that the house is busy
        }
    }

    /** Found out by this request: what is only a courtesy need not wait for it again. */
    static boolean isDatabaseAway(HttpServletRequest request) {
        return request.getAttribute(AWAY) != null;
    }

    /** Asked several times a page, and dear to parse. */
    private static Preferred preferred(HttpServletRequest request) {
        if (request.getAttribute(PREFERRED) instanceof Preferred known) {
            return known;
        }
        var header = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var preferred = new Preferred(header.map(PageLanguage::parsed).orElse(List.of()));
        request.setAttribute(PREFERRED, preferred);
        return preferred;
    }

    /** A browser that says nothing, or nonsense, wishes nothing: the servlet API would answer with this machine's own. */
    static List<Locale> parsed(String header) {
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0) // what somebody does not want (RFC 9110 §12.4.2)
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .toList();
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    @Override
    public void setLocale(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale language) {
        throw new IllegalStateException("the language follows from the request");
    }
}
