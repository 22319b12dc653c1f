package org.poterne.readdress;

import java.util.Optional;
import org.poterne.readdress.Readdress.State;
import org.poterne.tenant.TenantId;
import org.poterne.token.OneTimeToken;
import org.poterne.token.OneTimeTokens;
import org.poterne.token.TokenBinding;
import org.springframework.stereotype.Component;

/** From a link to the change it is about, while both are good. */
@Component
class ReaddressLinks {

    private final OneTimeTokens tokens;
    private final Readdresses changes;

    ReaddressLinks(OneTimeTokens tokens, Readdresses changes) {
        this.tokens = tokens;
        this.changes = changes;
    }

    OneTimeToken mint(TenantId tenant, ReaddressLink link, Readdress change) {
        var binding = new TokenBinding(change.account(), link.reader(change), change.id());
        return tokens.mint(tenant, link.purpose(), binding, change.expiresAt());
    }

    /** Looking spends nothing: scanners open every link. */
    Optional<Readdress> look(TenantId tenant, ReaddressLink link, OneTimeToken token) {
        return tokens.look(tenant, link.purpose(), token).flatMap(binding -> change(tenant, link, binding));
    }

    Optional<Readdress> redeem(TenantId tenant, ReaddressLink link, OneTimeToken token) {
        return tokens.redeem(tenant, link.purpose(), token).flatMap(binding -> change(tenant, link, binding));
    }

    private Optional<Readdress> change(TenantId tenant, ReaddressLink link, TokenBinding binding) {
        return changes.find(tenant, binding.concerns())
                .filter(change -> change.state() == State.APPROVED)
                .filter(change -> change.account().equals(binding.account()))
                .filter(change -> link.reader(change).equals(binding.address()));
    }
}
