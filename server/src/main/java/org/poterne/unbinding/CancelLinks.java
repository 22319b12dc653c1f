package org.poterne.unbinding;

import java.util.Optional;
import org.poterne.tenant.TenantId;
import org.poterne.token.OneTimeToken;
import org.poterne.token.OneTimeTokens;
import org.poterne.token.TokenBinding;
import org.poterne.token.TokenPurpose;
import org.poterne.token.TokenPurpose.Span;
import org.poterne.unbinding.Unbinding.State;
import org.springframework.stereotype.Component;

/** From a link to the unbinding that it cancels, while both are good: one for each address that was told. */
@Component
class CancelLinks {

    /** It outlives a new password, which a robber may set. */
    private static final TokenPurpose CANCEL = new TokenPurpose("unbinding-cancel", Span.WHOLE_LIFE);

    private final OneTimeTokens tokens;
    private final Notices notices;
    private final Unbindings unbindings;

    CancelLinks(OneTimeTokens tokens, Notices notices, Unbindings unbindings) {
        this.tokens = tokens;
        this.notices = notices;
        this.unbindings = unbindings;
    }

    OneTimeToken mint(TenantId tenant, Unbinding unbinding, Notice notice) {
        var binding = new TokenBinding(unbinding.account(), notice.to(), notice.id());
        return tokens.mint(tenant, CANCEL, binding, unbinding.expiresAt());
    }

    /** Looking spends nothing: scanners open every link. */
    Optional<Unbinding> look(TenantId tenant, OneTimeToken token) {
        return tokens.look(tenant, CANCEL, token).flatMap(binding -> unbinding(tenant, binding));
    }

    Optional<Unbinding> redeem(TenantId tenant, OneTimeToken token) {
        return tokens.redeem(tenant, CANCEL, token).flatMap(binding -> unbinding(tenant, binding));
    }

    private Optional<Unbinding> unbinding(TenantId tenant, TokenBinding binding) {
        return notices.find(tenant, binding.concerns())
                .filter(notice -> notice.to().equals(binding.address()))
                .flatMap(notice -> unbindings.find(tenant, notice.unbinding()))
                .filter(unbinding -> unbinding.state() == State.APPROVED)
                .filter(unbinding -> unbinding.account().equals(binding.account()));
    }
}
