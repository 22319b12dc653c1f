package org.poterne.access;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.membership.Administrator;
import org.poterne.membership.EstablishmentNumber;
import org.poterne.membership.Membership;
import org.poterne.membership.Memberships;
import org.poterne.membership.Rights;
import org.poterne.profile.FormField;
import org.poterne.profile.FormOption;
import org.poterne.tenant.TenantId;
import org.poterne.words.Words;
import org.springframework.stereotype.Component;

/** Which user, and which establishment by its number and address, as a form brings them. */
@Component
class AskForm {

    private final Memberships memberships;
    private final Accounts accounts;

    AskForm(Memberships memberships, Accounts accounts) {
        this.memberships = memberships;
        this.accounts = accounts;
    }

    /** What was typed. */
    record Typed(String user, String number, String email) {

        static Typed of(Map<String, String> form) {
            return new Typed(
                    form.getOrDefault("user", ""), form.getOrDefault("number", ""), form.getOrDefault("email", ""));
        }

        /** What cannot be an answer, whether or not it is somebody's. */
        Map<String, String> errors(Words words) {
            var errors = new HashMap<String, String>();
            if (EstablishmentNumber.parse(number).isEmpty()) {
                errors.put(
                        "number",
                        words.say(number.isBlank() ? "access.new.number-missing" : "access.new.number-malformed"));
            }
            if (EmailAddress.parse(email).isEmpty()) {
                errors.put(
                        "email",
                        words.say(email.isBlank() ? "access.new.email-missing" : "access.new.email-malformed"));
            }
            return Map.copyOf(errors);
        }

        /** Once {@link #errors} has none. */
        Wish wish(Administrator by, AccountId account, Rights rights) {
            return new Wish(
                    by,
                    account,
                    EstablishmentNumber.parse(number).orElseThrow(),
                    EmailAddress.parse(email).orElseThrow(),
                    rights);
        }

        /** Never what was typed, so that it cannot reach a log by accident. */
        @Override
        public String toString() {
            return "Typed[redacted]";
        }
    }

    /** The administrator's own people, the administrator first: whoever asks mostly asks for themselves. */
    List<Account> users(TenantId tenant, Administrator by) {
        var ids = memberships.in(tenant, by.establishment().id()).stream()
                .map(Membership::account)
                .toList();
        return accounts.findAll(tenant, ids).stream()
                .sorted(Comparator.comparing((Account account) -> !by.isThemselves(account.id()))
                        .thenComparing(Account::fullName))
                .toList();
    }

    /** The one that was chosen; of somebody else's people, nobody. */
    Optional<Account> user(TenantId tenant, Administrator by, Typed typed) {
        return users(tenant, by).stream()
                .filter(account -> account.id().toString().equals(typed.user()))
                .findFirst();
    }

    List<FormField> fields(Words words, List<Account> users, Typed typed, Map<String, String> errors) {
        var chosen = typed.user().isEmpty() ? users.getFirst().id().toString() : typed.user();
        var options = users.stream()
                .map(account -> new FormOption(account.id().toString(), account.fullName()))
                .toList();
        return List.of(
                new FormField("user", words.say("access.new.user"), "text", "off", "", chosen, "", true, options),
                FormField.line(
                        "number",
                        words.say("access.new.number"),
                        "text",
                        "off",
                        typed.number(),
                        errors.getOrDefault("number", "")),
                FormField.line(
                        "email",
                        words.say("access.new.email"),
                        "email",
                        "off",
                        typed.email(),
                        errors.getOrDefault("email", "")));
    }
}
