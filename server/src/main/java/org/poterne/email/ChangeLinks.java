package org.poterne.email;

import java.time.Instant;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.tenant.TenantId;
import org.poterne.token.OneTimeToken;
import org.poterne.token.OneTimeTokens;
import org.poterne.token.TokenBinding;
import org.springframework.stereotype.Component;

/** From a link to the change it is about, while both are good. */
@Component
final class ChangeLinks {

    private final OneTimeTokens tokens;
    private final AddressChanges changes;
    private final Accounts accounts;

    ChangeLinks(OneTimeTokens tokens, AddressChanges changes, Accounts accounts) {
        this.tokens = tokens;
        this.changes = changes;
        this.accounts = accounts;
    }

    OneTimeToken mint(TenantId tenant, ChangeLink link, AddressChange change, Instant expiresAt) {
        var binding = new TokenBinding(change.account(), link.reader(change), change.id());
        return tokens.mint(tenant, link.purpose(), binding, expiresAt);
    }

    /** Looking spends nothing: scanners open every link, some of them press every button of the page they get. */
    Optional<AddressChange> look(TenantId tenant, ChangeLink link, OneTimeToken token) {
        return tokens.look(tenant, link.purpose(), token).flatMap(binding -> change(tenant, link, binding));
    }

    Optional<AddressChange> redeem(TenantId tenant, ChangeLink link, OneTimeToken token) {
        return tokens.redeem(tenant, link.purpose(), token).flatMap(binding -> change(tenant, link, binding));
    }

    private Optional<AddressChange> change(TenantId tenant, ChangeLink link, TokenBinding binding) {
        return changes.find(tenant, binding.concerns(), link.state())
                .filter(change -> change.account().equals(binding.account()))
                .filter(change -> link.reader(change).equals(binding.address()))
                .filter(change -> accounts.find(tenant, change.account())
                        .filter(Account::isActive)
                        .isPresent());
    }
}
