package org.poterne.invitation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.token.LinkCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** From the link of the letter to an account of one's own. Opening it changes nothing, however often. */
@Controller
class AcceptPages {

    private static final Duration OPEN = Duration.ofHours(1);

    private final Invitations invitations;
    private final Acceptance acceptance;
    private final Accounts accounts;
    private final NewcomerForm form;
    private final AcceptView view;

    AcceptPages(Invitations invitations, Acceptance acceptance, Accounts accounts, NewcomerForm form, AcceptView view) {
        this.invitations = invitations;
        this.acceptance = acceptance;
        this.accounts = accounts;
        this.form = form;
        this.view = view;
    }

    @GetMapping("/{tenant}/invitations/open")
    String open(Tenant tenant, @RequestParam(defaultValue = "") String token, HttpServletResponse response) {
        cookie(tenant).keep(token, OPEN, response);
        return "redirect:" + tenant.path("/invitations/accept");
    }

    @GetMapping("/{tenant}/invitations/accept")
    ModelAndView welcome(Tenant tenant, Locale language, Optional<SignedInPerson> person, HttpServletRequest request) {
        var invitation = invitation(tenant, request);
        return invitation
                .map(found -> elsewhere(tenant, language, person, found)
                        .orElseGet(() -> view.form(tenant, language, found, form.fresh(tenant.id()), Map.of())))
                .orElseGet(view::unusable);
    }

    @PostMapping("/{tenant}/invitations/accept")
    ModelAndView accept(
            Tenant tenant,
            Locale language,
            Optional<SignedInPerson> person,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var token = cookie(tenant).read(request);
        var invitation = token.flatMap(good -> invitations.look(tenant.id(), good));
        if (token.isEmpty() || invitation.isEmpty()) {
            return view.unusable();
        }
        var elsewhere = elsewhere(tenant, language, person, invitation.get());
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        var typed = form.sent(tenant.id(), sent);
        var errors = form.errors(tenant, tenant.words(language), typed);
        if (!errors.isEmpty()) {
            return view.again(tenant, language, invitation.get(), typed, errors);
        }
        return switch (acceptance.asNewcomer(tenant.id(), token.get(), form.newcomer(typed), language)) {
            case AcceptOutcome.Accepted() -> {
                cookie(tenant).clear(response);
                yield new ModelAndView("redirect:" + tenant.path("/sign-in?notice=invitation.accepted"));
            }
            case AcceptOutcome.Unusable() -> view.unusable();
            case AcceptOutcome.HasAccount() -> view.signInFirst();
            case AcceptOutcome.UsernameTaken() ->
                view.refused(tenant, language, invitation.get(), typed, "username", "invitation.accept.username-taken");
            case AcceptOutcome.PasswordRefused(var broken) ->
                view.passwordRefused(tenant, language, invitation.get(), typed, broken);
        };
    }

    /**
     * Whoever is signed in as somebody else does not accept in that session, and whoever has an account accepts signed in to
     * it (DA-2): the link proves the mailbox, and no more.
     */
    private Optional<ModelAndView> elsewhere(
            Tenant tenant, Locale language, Optional<SignedInPerson> person, Invitation invitation) {
        var holder = accounts.findByEmail(tenant.id(), invitation.invitee().email())
                .filter(account -> account.isConfirmed() || !account.isActive());
        if (person.isPresent()) {
            return Optional.of(
                    holder.map(Account::id).equals(person.map(SignedInPerson::account))
                            ? new ModelAndView("redirect:" + tenant.path("/invitations"))
                            : view.somebodyElse(tenant, language, invitation));
        }
        return holder.map(account -> account.isActive() ? view.signInFirst() : view.unusable());
    }

    private Optional<Invitation> invitation(Tenant tenant, HttpServletRequest request) {
        return cookie(tenant).read(request).flatMap(token -> invitations.look(tenant.id(), token));
    }

    private static LinkCookie cookie(Tenant tenant) {
        return new LinkCookie(tenant, "invitation");
    }
}
