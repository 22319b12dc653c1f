package org.poterne.invitation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.invitation.NewcomerForm.Typed;
import org.poterne.membership.Establishment;
import org.poterne.membership.Establishments;
import org.poterne.membership.RightsForm;
import org.poterne.password.PasswordPolicy;
import org.poterne.password.PasswordRule;
import org.poterne.password.PasswordSentences;
import org.poterne.profile.FormField;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What invited people see. */
@Component
class AcceptView {

    private final Establishments establishments;
    private final Accounts accounts;
    private final RightsForm rights;
    private final Tenants tenants;

    AcceptView(Establishments establishments, Accounts accounts, RightsForm rights, Tenants tenants) {
        this.establishments = establishments;
        this.accounts = accounts;
        this.rights = rights;
        this.tenants = tenants;
    }

    ModelAndView form(Tenant tenant, Locale language, Invitation invitation, Typed typed, Map<String, String> errors) {
        var words = tenant.words(language);
        return new ModelAndView(
                "invitation/accept",
                Map.of(
                        "offer", offer(tenant, language, invitation),
                        "name", invitation.invitee().fullName(),
                        "email", invitation.invitee().email().given(),
                        "username", typed.username(),
                        "fields",
                                typed.profile().fields().stream()
                                        .map(field -> FormField.of(field, words, typed.profile(), errors))
                                        .toList(),
                        "policy", tenants.policy(tenant.id(), PasswordPolicy.class),
                        "errors", errors));
    }

    /** With what is wrong beside each field; all is kept but the password. */
    ModelAndView again(Tenant tenant, Locale language, Invitation invitation, Typed typed, Map<String, String> errors) {
        return status(HttpStatus.UNPROCESSABLE_CONTENT, form(tenant, language, invitation, typed, errors));
    }

    ModelAndView refused(Tenant tenant, Locale language, Invitation invitation, Typed typed, String field, String key) {
        return again(
                tenant,
                language,
                invitation,
                typed,
                Map.of(field, tenant.words(language).say(key)));
    }

    ModelAndView passwordRefused(
            Tenant tenant, Locale language, Invitation invitation, Typed typed, List<PasswordRule> broken) {
        return again(
                tenant,
                language,
                invitation,
                typed,
                Map.of("password", PasswordSentences.refused(tenant.words(language), broken)));
    }

    /** One page for every reason: a stranger learns nothing from a guessed link. */
    ModelAndView unusable() {
        return status(HttpStatus.GONE, new ModelAndView("invitation/unusable"));
    }

    ModelAndView signInFirst() {
        return new ModelAndView("invitation/sign-in-first");
    }

    ModelAndView somebodyElse(Tenant tenant, Locale language, Invitation invitation) {
        return status(
                HttpStatus.CONFLICT,
                new ModelAndView(
                        "invitation/somebody-else",
                        Map.of("email", invitation.invitee().email().given())));
    }

    Offer offer(Tenant tenant, Locale language, Invitation invitation) {
        return new Offer(
                invitation.id().toString(),
                invitation
                        .invitedBy()
                        .flatMap(id -> accounts.find(tenant.id(), id))
                        .map(Account::fullName)
                        .orElse(""),
                invitation
                        .establishment()
                        .flatMap(id -> establishments.find(tenant.id(), id))
                        .map(Establishment::name)
                        .orElse(""),
                rights.labels(tenant.id(), tenant.words(language), invitation.rights()));
    }

    private static ModelAndView status(HttpStatus status, ModelAndView page) {
        page.setStatus(status);
        return page;
    }
}
