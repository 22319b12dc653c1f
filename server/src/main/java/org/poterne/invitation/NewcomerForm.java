package org.poterne.invitation;

import java.util.HashMap;
import java.util.Map;
import org.poterne.account.Username;
import org.poterne.account.UsernameRules;
import org.poterne.password.RawPassword;
import org.poterne.profile.ProfilePolicy;
import org.poterne.profile.TypedProfile;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.words.Words;
import org.springframework.stereotype.Component;

/** What an invited person chooses: username, password, and whatever else the tenant must know. */
@Component
class NewcomerForm {

    private final UsernameRules usernames;
    private final Tenants tenants;

    NewcomerForm(UsernameRules usernames, Tenants tenants) {
        this.usernames = usernames;
        this.tenants = tenants;
    }

    /** What was typed. */
    record Typed(String username, String password, String confirmation, TypedProfile profile) {

        /** Never what was typed, so that it cannot reach a log by accident. */
        @Override
        public String toString() {
            return "Typed[redacted]";
        }
    }

    Typed fresh(TenantId tenant) {
        return new Typed(
                "",
                "",
                "",
                TypedProfile.fresh(tenants.policy(tenant, ProfilePolicy.class).others()));
    }

    Typed sent(TenantId tenant, Map<String, String> form) {
        return new Typed(
                form.getOrDefault("username", ""),
                form.getOrDefault("password", ""),
                form.getOrDefault("confirmation", ""),
                TypedProfile.sent(tenants.policy(tenant, ProfilePolicy.class).others(), form));
    }

    /** All at once, by the name of the field. */
    Map<String, String> errors(Tenant tenant, Words words, Typed typed) {
        var errors = new HashMap<>(typed.profile().errors(words));
        usernames
                .refusal(tenant, typed.username())
                .ifPresent(refusal -> errors.put(
                        "username",
                        switch (refusal) {
                            case MISSING -> words.say("invitation.accept.username-missing");
                            case MALFORMED -> words.say("invitation.accept.username-malformed");
                            case RESERVED -> words.say("invitation.accept.username-reserved");
                        }));
        if (!typed.password().equals(typed.confirmation())) {
            errors.put("confirmation", words.say("password.refused.confirmation"));
        }
        return Map.copyOf(errors);
    }

    /** Once {@link #errors} has none. */
    Newcomer newcomer(Typed typed) {
        return new Newcomer(
                Username.parse(typed.username()).orElseThrow(),
                new RawPassword(typed.password()),
                typed.profile().profile());
    }
}
