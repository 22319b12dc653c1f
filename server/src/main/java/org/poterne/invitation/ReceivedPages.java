package org.poterne.invitation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The invitations that wait for whoever is signed in: sent to the address of this account, and to no other. */
@Controller
class ReceivedPages {

    private final Invitations invitations;
    private final Acceptance acceptance;
    private final Accounts accounts;
    private final AcceptView view;

    ReceivedPages(Invitations invitations, Acceptance acceptance, Accounts accounts, AcceptView view) {
        this.invitations = invitations;
        this.acceptance = acceptance;
        this.accounts = accounts;
        this.view = view;
    }

    @GetMapping("/{tenant}/invitations")
    ModelAndView received(Tenant tenant, SignedInPerson person, Locale language) {
        var offers = holder(tenant, person)
                .map(account -> invitations.waitingFor(tenant.id(), account.email()))
                .orElse(List.of())
                .stream()
                .map(invitation -> view.offer(tenant, language, invitation))
                .toList();
        return new ModelAndView("invitation/received", Map.of("offers", offers));
    }

    @Sensitive
    @PostMapping("/{tenant}/invitations/received/{id}")
    ModelAndView accept(Tenant tenant, SignedInPerson person, @PathVariable String id) {
        var outcome = InvitationId.parse(id)
                .flatMap(parsed ->
                        holder(tenant, person).map(account -> acceptance.asHolder(tenant.id(), parsed, account)));
        return outcome.filter(AcceptOutcome.Accepted.class::isInstance).isPresent()
                ? new ModelAndView("redirect:" + tenant.path("/?notice=invitation.joined"))
                : view.unusable();
    }

    private Optional<Account> holder(Tenant tenant, SignedInPerson person) {
        return accounts.find(tenant.id(), person.account()).filter(Account::isConfirmed);
    }
}
