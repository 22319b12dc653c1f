package org.poterne.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.poterne.account.EmailAddress;
import org.poterne.account.NewAccount;
import org.poterne.account.Username;
import org.poterne.account.UsernameRules;
import org.poterne.password.PasswordOwner;
import org.poterne.password.Passwords;
import org.poterne.registration.SignUpOutcome.Refused;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** What each field must be by itself, whoever else has an account: all that will not do is told at once. */
@Component
class SignUpRules {

    /** Whose password is judged while the address cannot be read: the other rules are told all the same. */
    private static final EmailAddress UNREADABLE =
            EmailAddress.parse("unreadable@address.invalid").orElseThrow();

    private final Tenants tenants;
    private final UsernameRules usernames;
    private final Passwords passwords;

    SignUpRules(Tenants tenants, UsernameRules usernames, Passwords passwords) {
        this.tenants = tenants;
        this.usernames = usernames;
        this.passwords = passwords;
    }

    /** What will not do; nothing when {@link #person} may be asked. */
    Optional<Refused> refusal(TenantId tenant, SignUpForm form) {
        var policy = tenants.policy(tenant, RegistrationPolicy.class);
        var fields = new ArrayList<FieldRefusal>();
        if (policy.asksUsername()) {
            usernameRefusal(tenants.get(tenant), form.username()).ifPresent(fields::add);
        }
        emailRefusal(policy, form.email()).ifPresent(fields::add);
        var profile = form.profile().refusals();
        var broken = passwords.broken(tenant, form.password(), owner(policy, form));
        return fields.isEmpty() && profile.isEmpty() && broken.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refused(List.copyOf(fields), profile, broken));
    }

    /** Who the page says it is, once no field is refused. */
    NewAccount person(TenantId tenant, SignUpForm form) {
        var policy = tenants.policy(tenant, RegistrationPolicy.class);
        var email = EmailAddress.parse(form.email()).orElseThrow();
        var profile = form.profile().profile();
        return new NewAccount(email, username(policy, form), profile.givenName(), profile.familyName());
    }

    private static PasswordOwner owner(RegistrationPolicy policy, SignUpForm form) {
        var profile = form.profile().profile();
        return PasswordOwner.newcomer(
                EmailAddress.parse(form.email()).orElse(UNREADABLE),
                username(policy, form),
                profile.givenName(),
                profile.familyName());
    }

    private static Optional<Username> username(RegistrationPolicy policy, SignUpForm form) {
        return policy.asksUsername() ? Username.parse(form.username()) : Optional.empty();
    }

    private Optional<FieldRefusal> usernameRefusal(Tenant house, String typed) {
        return usernames.refusal(house, typed).map(refusal -> switch (refusal) {
            case MISSING -> FieldRefusal.USERNAME_MISSING;
            case MALFORMED -> FieldRefusal.USERNAME_MALFORMED;
            case RESERVED -> FieldRefusal.USERNAME_RESERVED;
        });
    }

    private static Optional<FieldRefusal> emailRefusal(RegistrationPolicy policy, String typed) {
        if (typed.isBlank()) {
            return Optional.of(FieldRefusal.EMAIL_MISSING);
        }
        return EmailAddress.parse(typed)
                .map(email -> AddressRules.refusal(email, policy.refusedDomains()))
                .orElse(Optional.of(FieldRefusal.EMAIL_MALFORMED));
    }
}
