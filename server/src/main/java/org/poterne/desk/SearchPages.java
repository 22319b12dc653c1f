package org.poterne.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.poterne.account.PersonName;
import org.poterne.agent.Act;
import org.poterne.agent.Deed;
import org.poterne.agent.Journal;
import org.poterne.agent.Volume;
import org.poterne.agent.Volume.Kind;
import org.poterne.assistance.RequestNumber;
import org.poterne.desk.SearchCookie.Search;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.TooMany;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** From what a caller says of themselves to the account it may be; each search is written down and counted. */
@Controller
class SearchPages {

    private final PeopleSearch search;
    private final SearchCookie cookie;
    private final Journal journal;
    private final Volume volume;

    SearchPages(PeopleSearch search, SearchCookie cookie, Journal journal, Volume volume) {
        this.search = search;
        this.cookie = cookie;
        this.journal = journal;
        this.volume = volume;
    }

    @Sensitive
    @PostMapping("/{tenant}/desk/search")
    ModelAndView search(
            Tenant tenant,
            SignedInPerson agent,
            Locale language,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(name = "request", defaultValue = "") String number,
            HttpServletResponse response) {
        var wanted = new Search(
                text.strip(),
                RequestNumber.parse(number).map(RequestNumber::value).orElse(""));
        if (wanted.text().length() < PeopleSearch.SHORTEST || !PersonName.isReadable(wanted.text())) {
            var page = page(wanted, List.of(), tenant.words(language).say("desk.search.too-short"));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return volume.spend(tenant.id(), agent.account(), Kind.SEARCHES)
                .map(pause -> TooMany.page(pause, response))
                .orElseGet(() -> {
                    journal.enter(tenant.id(), Deed.by(agent.account(), Act.SEARCHED));
                    cookie.keep(tenant, agent.account(), wanted, response);
                    return DeskPaths.to(tenant.path("/desk/search"));
                });
    }

    @GetMapping("/{tenant}/desk/search")
    ModelAndView results(Tenant tenant, SignedInPerson agent, HttpServletRequest request) {
        return cookie.read(tenant, agent.account(), request)
                .map(kept -> page(kept, search.find(tenant.id(), agent.account(), kept.text()), ""))
                .orElseGet(() -> DeskPaths.to(tenant.path("/desk")));
    }

    private static ModelAndView page(Search search, List<FoundPerson> people, String error) {
        return new ModelAndView(
                "desk/search",
                Map.of("query", search.text(), "request", search.request(), "people", people, "error", error));
    }
}
