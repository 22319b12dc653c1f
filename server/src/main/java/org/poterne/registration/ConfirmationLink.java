package org.poterne.registration;

import java.time.Clock;
import org.poterne.account.Account;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterOrder;
import org.poterne.tenant.Tenants;
import org.poterne.token.OneTimeTokens;
import org.poterne.token.TokenBinding;
import org.springframework.stereotype.Component;

/** Writes the link that confirms. The secret exists here and in the letter, and nowhere else. */
@Component
final class ConfirmationLink {

    private final OneTimeTokens tokens;
    private final Tenants tenants;
    private final Clock clock;

    ConfirmationLink(OneTimeTokens tokens, Tenants tenants, Clock clock) {
        this.tokens = tokens;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** With a fresh link; the one before dies with it (Decidim #1573). */
    Letter letter(LetterOrder order, Account account) {
        var policy = tenants.policy(order.tenant(), RegistrationPolicy.class);
        var expires = clock.instant().plus(policy.confirmationLife());
        var binding =
                new TokenBinding(account.id(), account.email(), account.id().value());
        var token = tokens.mint(order.tenant(), SignUpConfirmation.PURPOSE, binding, expires);
        var tenant = tenants.get(order.tenant());
        return new RegistrationWords(tenant, order.languageFor(account))
                .confirm(
                        account,
                        tenant.link("/confirm/open?token=" + token.reveal()),
                        expires,
                        policy.daysUnconfirmed());
    }
}
