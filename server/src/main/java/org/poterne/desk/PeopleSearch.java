package org.poterne.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.account.Username;
import org.poterne.agent.Agents;
import org.poterne.membership.Establishment;
import org.poterne.membership.EstablishmentNumber;
import org.poterne.membership.Establishments;
import org.poterne.membership.Membership;
import org.poterne.membership.Memberships;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** Finds accounts for an agent, masked: by their whole address or username, or by their establishment. Never an agent's. */
@Component
class PeopleSearch {

    static final int SHORTEST = 3;

    private static final int ESTABLISHMENTS = 5;
    private static final int PEOPLE = 25;

    private final Accounts accounts;
    private final Establishments establishments;
    private final Memberships memberships;
    private final Agents agents;

    PeopleSearch(Accounts accounts, Establishments establishments, Memberships memberships, Agents agents) {
        this.accounts = accounts;
        this.establishments = establishments;
        this.memberships = memberships;
        this.agents = agents;
    }

    List<FoundPerson> find(TenantId tenant, AccountId agent, String text) {
        var found = new LinkedHashMap<AccountId, Account>();
        candidates(tenant, text)
                .flatMap(account -> agents.within(tenant, agent, account).stream())
                .limit(PEOPLE)
                .forEach(account -> found.putIfAbsent(account.id(), account));
        return found.values().stream().map(account -> shown(tenant, account)).toList();
    }

    FoundPerson shown(TenantId tenant, Account account) {
        return new FoundPerson(
                account.id(),
                Masked.name(account),
                account.email().masked(),
                account.username().map(Masked::username).orElse(""),
                memberships.of(tenant, account.id()).stream()
                        .map(Membership::establishment)
                        .map(establishment -> establishment.name() + " (" + establishment.number() + ")")
                        .toList());
    }

    private Stream<AccountId> candidates(TenantId tenant, String text) {
        return Stream.of(byName(tenant, text), byEstablishment(tenant, text))
                .flatMap(found -> found)
                .distinct();
    }

    private Stream<AccountId> byName(TenantId tenant, String text) {
        return Stream.<Optional<Account>>of(
                        EmailAddress.parse(text).flatMap(email -> accounts.findByEmail(tenant, email)),
                        Username.parse(text).flatMap(username -> accounts.findByUsername(tenant, username)))
                .flatMap(Optional::stream)
                .map(Account::id);
    }

    private Stream<AccountId> byEstablishment(TenantId tenant, String text) {
        return Stream.concat(
                        EstablishmentNumber.parse(text).flatMap(number -> establishments.find(tenant, number)).stream(),
                        establishments.named(tenant, text, ESTABLISHMENTS).stream())
                .map(Establishment::id)
                .distinct()
                .flatMap(establishment -> memberships.in(tenant, establishment).stream())
                .map(Membership::account);
    }
}
