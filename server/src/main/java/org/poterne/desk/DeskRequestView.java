package org.poterne.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.poterne.account.EmailAddress;
import org.poterne.agent.Act;
import org.poterne.agent.Journal;
import org.poterne.assistance.AssistanceRequest;
import org.poterne.assistance.AssistanceRequest.Kind;
import org.poterne.assistance.Codes;
import org.poterne.assistance.Requests;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** A request as its agent sees it: the address masked until it is revealed, the desk's code once the caller's was right. */
@Component
class DeskRequestView {

    private static final Duration REVEALED = Duration.ofMinutes(30);

    private final Requests requests;
    private final Codes codes;
    private final Journal journal;
    private final RequestPeople people;
    private final Clock clock;

    DeskRequestView(Requests requests, Codes codes, Journal journal, RequestPeople people, Clock clock) {
        this.requests = requests;
        this.codes = codes;
        this.journal = journal;
        this.people = people;
        this.clock = clock;
    }

    ModelAndView page(Tenant tenant, SignedInPerson agent, Locale language, AssistanceRequest request) {
        return page(tenant, agent, language, request, Map.of());
    }

    /** @param errors by field: {@code code}, {@code reason} */
    ModelAndView page(
            Tenant tenant,
            SignedInPerson agent,
            Locale language,
            AssistanceRequest request,
            Map<String, String> errors) {
        var now = clock.instant();
        var words = tenant.words(language);
        var typed = requests.typed(tenant.id(), request);
        var codeState = codes.state(tenant.id(), request.id());
        var mine = request.isInHandsOf(agent.account());
        var revealed = mine
                && journal.since(tenant.id(), agent.account(), request.id(), now.minus(REVEALED))
                        .contains(Act.TYPED_REVEALED);
        var model = new HashMap<String, Object>();
        model.put("request", request);
        model.put("typed", typed);
        model.put("email", revealed ? typed.email() : masked(typed.email()));
        model.put("revealed", revealed);
        model.put("mine", mine);
        model.put("waited", ShownTime.age(words, Duration.between(request.askedAt(), now)));
        model.put("codeState", codeState);
        model.put("codesGood", codeState.isGood(now));
        model.put(
                "sayCode",
                mine && codeState.isMatched(now)
                        ? codes.of(tenant.id(), request.id())
                                .map(pair -> pair.deskSays())
                                .orElse("")
                        : "");
        model.put("mayWrite", mine && request.kind() != Kind.ADDRESS && people.hasMailbox(tenant, agent, request));
        model.put("holder", people.holder(tenant, request));
        model.put("person", people.person(tenant, agent, request));
        model.put("deeds", people.deeds(tenant, words, request));
        model.put("change", people.change(tenant, request));
        model.put("errors", errors);
        return new ModelAndView("desk/request", model);
    }

    /** What was typed need not be an address of anybody. */
    private static String masked(String typed) {
        return EmailAddress.parse(typed).map(EmailAddress::masked).orElse("");
    }
}
