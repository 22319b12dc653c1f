package org.poterne.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.poterne.session.CurrentSession;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.ContactPage;
import org.poterne.tenant.HelpPage;
import org.poterne.tenant.Tenant;
import org.poterne.words.Sentences;
import org.poterne.words.Words;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the {@link Page} of a request. */
@Component
final class Pages {

    private static final Pattern NOTICE = Pattern.compile("([a-z]+)\\.([a-z-]+)");

    private final Sentences sentences;
    private final PageLanguage language;
    private final CurrentSession session;
    private final List<ContactPage> contactPages;
    private final List<HelpPage> helpPages;

    Pages(
            Sentences sentences,
            PageLanguage language,
            CurrentSession session,
            List<ContactPage> contactPages,
            List<HelpPage> helpPages) {
        this.sentences = sentences;
        this.language = language;
        this.session = session;
        this.contactPages = contactPages;
        this.helpPages = helpPages;
    }

    Page of(HttpServletRequest request) {
        var tenant = TenantDoor.tenant(request);
        var words = words(request);
        return new Page(
                words,
                tenant,
                formToken(request),
                tenant.flatMap(found -> person(found, request)),
                notice(request, words),
                query(request),
                tenant.map(this::contact).orElse(""),
                tenant.map(_ -> help(request)).orElse(""));
    }

    /** Opened at the page that was asked for; an error has no page of its own. */
    private String help(HttpServletRequest request) {
        var page = request.getDispatcherType() == DispatcherType.ERROR ? "" : PageArguments.belowTenant(request);
        return helpPages.stream().map(help -> help.from(page)).findFirst().orElse("");
    }

    private String contact(Tenant tenant) {
        return contactPages.stream()
                .filter(page -> page.offered().test(tenant.id()))
                .findFirst()
                .map(page -> tenant.path(page.path()))
                .orElseGet(() -> tenant.contact().link().toString());
    }

    /** Of a page that was asked for; a form that was sent has its address alone. */
    private static String query(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null || !"GET".equals(request.getMethod())
                ? ""
                : Arrays.stream(query.split("&", -1))
                        .filter(pair -> !pair.isEmpty() && !pair.startsWith("language=") && !pair.startsWith("notice="))
                        .map(pair -> pair + "&")
                        .collect(Collectors.joining());
    }

    /** A page is shown even while the database is away; it then greets nobody. */
    private Optional<String> person(Tenant tenant, HttpServletRequest request) {
        if (PageLanguage.isDatabaseAway(request)) {
            return Optional.empty();
        }
        try {
            return session.person(tenant, request).map(SignedInPerson::name);
        } catch (DataAccessException _) {
            session.askNoMore(request);
            return Optional.empty();
        }
    }

    Words words(HttpServletRequest request) {
        var spoken = language.resolveLocale(request);
        return TenantDoor.tenant(request).map(tenant -> tenant.words(spoken)).orElseGet(() -> sentences.in(spoken));
    }

    private static String formToken(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    /** {@code ?notice=recovery.password-reset}: one of our own sentences or none, so that a link puts no words in our mouth. */
    private Optional<Notice> notice(HttpServletRequest request, Words words) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return Optional.empty(); // what could not be parsed at first cannot be now
        }
        return Stream.ofNullable(request.getParameter("notice"))
                .map(NOTICE::matcher)
                .filter(Matcher::matches)
                .map(name -> name.group(1) + ".notice." + name.group(2))
                .filter(sentences::knows)
                .map(key -> new Notice(Notice.Kind.SUCCESS, words.say(key)))
                .findFirst();
    }
}
