package org.poterne.desk;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.poterne.account.Account;
import org.poterne.agent.Act;
import org.poterne.agent.Journal;
import org.poterne.desk.SheetGate.Open;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What a sheet shows, and which buttons it bears. */
@Component
class SheetView {

    private final Journal journal;
    private final SheetFacts facts;
    private final Offers offers;
    private final Phones phones;

    SheetView(Journal journal, SheetFacts facts, Offers offers, Phones phones) {
        this.journal = journal;
        this.facts = facts;
        this.offers = offers;
        this.phones = phones;
    }

    ModelAndView page(Tenant tenant, SignedInPerson agent, Locale language, Open open) {
        return page(tenant, agent, language, open, Map.of());
    }

    ModelAndView again(Tenant tenant, SignedInPerson agent, Locale language, Open open, Map<String, String> errors) {
        var page = page(tenant, agent, language, open, errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(
            Tenant tenant, SignedInPerson agent, Locale language, Open open, Map<String, String> errors) {
        var words = tenant.words(language);
        var model = new HashMap<String, Object>();
        model.put("sheet", sheet(tenant, agent, words, open));
        model.put("usernamesOffered", offers.usernames(open.account()));
        model.put("resetOffered", offers.reset(open.account()));
        model.put("unlockOffered", offers.unlock(tenant.id(), open.account()));
        model.put("addressOffered", offers.address(tenant.id(), open.account()));
        model.put("unbinding", offers.unbinding(tenant.id(), open.account()));
        model.put("phones", phones.of(tenant, words, open.account()));
        model.put("errors", errors);
        return new ModelAndView("desk/sheet", model);
    }

    private ShownSheet sheet(Tenant tenant, SignedInPerson agent, Words words, Open open) {
        var account = open.account();
        var seen = seen(tenant, agent, open);
        return new ShownSheet(
                open.request(),
                account.fullName(),
                facts.state(tenant.id(), account),
                seen.contains(Act.EMAIL_REVEALED)
                        ? account.email().given()
                        : account.email().masked(),
                seen.contains(Act.EMAIL_REVEALED),
                username(account, seen),
                seen.contains(Act.USERNAME_REVEALED),
                ShownTime.of(words, tenant, open.verification().until()),
                facts.access(tenant.id(), words, account),
                facts.events(tenant, words, account));
    }

    private static String username(Account account, Set<Act> seen) {
        return account.username()
                .map(username -> seen.contains(Act.USERNAME_REVEALED) ? username.given() : Masked.username(username))
                .orElse("");
    }

    /** As long as the verification stands, and no longer. */
    private Set<Act> seen(Tenant tenant, SignedInPerson agent, Open open) {
        return journal.since(
                tenant.id(),
                agent.account(),
                open.request().id(),
                open.verification().since());
    }
}
