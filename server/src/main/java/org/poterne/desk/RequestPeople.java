package org.poterne.desk;

import java.util.List;
import org.poterne.account.Account;
import org.poterne.agent.Agents;
import org.poterne.agent.Journal;
import org.poterne.agent.JournalEntry;
import org.poterne.assistance.AssistanceRequest;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;
import org.springframework.stereotype.Component;

/** Whose hands a request is in, whom it is about, and what was done for it. */
@Component
class RequestPeople {

    private final Counter counter;
    private final Agents agents;
    private final PeopleSearch search;
    private final Journal journal;
    private final SecondLook second;

    RequestPeople(Counter counter, Agents agents, PeopleSearch search, Journal journal, SecondLook second) {
        this.counter = counter;
        this.agents = agents;
        this.search = search;
        this.journal = journal;
        this.second = second;
    }

    String holder(Tenant tenant, AssistanceRequest request) {
        return request.agent().map(agent -> agents.name(tenant.id(), agent)).orElse("");
    }

    /** Nobody, or the one account that was chosen, masked. */
    List<FoundPerson> person(Tenant tenant, SignedInPerson agent, AssistanceRequest request) {
        return counter.account(tenant.id(), agent.account(), request).stream()
                .map(account -> search.shown(tenant.id(), account))
                .toList();
    }

    /** Whether a letter with codes may go: to a mailbox that somebody has shown to read. */
    boolean hasMailbox(Tenant tenant, SignedInPerson agent, AssistanceRequest request) {
        return counter.account(tenant.id(), agent.account(), request)
                .filter(Account::isActive)
                .filter(Account::isConfirmed)
                .isPresent();
    }

    /** The page of what waits for a second agent, if anything does. */
    String change(Tenant tenant, AssistanceRequest request) {
        return second.path(tenant.id(), request).orElse("");
    }

    /** What was done, and not who had a look: that is for the audit. */
    List<ShownDeed> deeds(Tenant tenant, Words words, AssistanceRequest request) {
        return journal.of(tenant.id(), request.id()).stream()
                .filter(entry -> !entry.act().isGlance())
                .map(entry -> shown(tenant, words, entry))
                .toList();
    }

    private ShownDeed shown(Tenant tenant, Words words, JournalEntry entry) {
        return new ShownDeed(
                words.say("desk.act." + entry.act().word()),
                agents.name(tenant.id(), entry.agent()),
                ShownTime.of(words, tenant, entry.at()),
                entry.reason());
    }
}
