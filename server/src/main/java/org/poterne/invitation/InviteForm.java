package org.poterne.invitation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.poterne.account.EmailAddress;
import org.poterne.profile.FormField;
import org.poterne.profile.ProfilePolicy;
import org.poterne.profile.TypedProfile;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.words.Words;
import org.springframework.stereotype.Component;

/** Name and address of whoever is to be invited, as a form brings them. */
@Component
class InviteForm {

    private final Tenants tenants;

    InviteForm(Tenants tenants) {
        this.tenants = tenants;
    }

    /** What was typed. */
    record Typed(TypedProfile names, String email) {

        /** A name is read in letters for years: nobody writes to others' people by it. */
        private static final Pattern LINK = Pattern.compile("(?i)://|\\bwww\\.");

        /** Once {@link #errors} has none. */
        Invitee invitee() {
            var profile = names.profile();
            return new Invitee(EmailAddress.parse(email).orElseThrow(), profile.givenName(), profile.familyName());
        }

        Map<String, String> errors(Words words) {
            var errors = new HashMap<>(names.errors(words));
            names.fields().stream()
                    .filter(field -> LINK.matcher(names.typed(field.name())).find())
                    .forEach(field -> errors.put(field.name(), words.say("invitation.new.name-link")));
            emailError().ifPresent(key -> errors.put("email", words.say(key)));
            return Map.copyOf(errors);
        }

        private Optional<String> emailError() {
            if (email.isBlank()) {
                return Optional.of("invitation.new.email-missing");
            }
            return EmailAddress.parse(email).isEmpty()
                    ? Optional.of("invitation.new.email-malformed")
                    : Optional.empty();
        }

        /** Never what was typed, so that it cannot reach a log by accident. */
        @Override
        public String toString() {
            return "Typed[redacted]";
        }
    }

    Typed sent(TenantId tenant, Map<String, String> form) {
        var names = tenants.policy(tenant, ProfilePolicy.class).names();
        return new Typed(TypedProfile.sent(names, form), form.getOrDefault("email", ""));
    }

    List<FormField> fields(Words words, Typed typed, Map<String, String> errors) {
        var fields = new ArrayList<FormField>();
        typed.names()
                .fields()
                .forEach(field -> fields.add(
                        FormField.of(field, words, typed.names(), errors).ofSomebodyElse()));
        fields.add(FormField.line(
                "email",
                words.say("invitation.new.email"),
                "email",
                "off",
                typed.email(),
                errors.getOrDefault("email", "")));
        return List.copyOf(fields);
    }
}
