package org.poterne.email;

import java.util.Optional;
import java.util.UUID;
import org.poterne.email.ConfirmOutcome.Confirmed;
import org.poterne.email.ConfirmOutcome.LinkUnusable;
import org.poterne.email.ConfirmOutcome.PasswordWrong;
import org.poterne.email.ConfirmOutcome.TooOften;
import org.poterne.email.Confirmer.ByHeart;
import org.poterne.email.Confirmer.InSession;
import org.poterne.email.CurrentPassword.Right;
import org.poterne.email.CurrentPassword.Wrong;
import org.poterne.lockout.Claim;
import org.poterne.session.SessionHandle;
import org.poterne.tenant.TenantId;
import org.poterne.token.OneTimeToken;
import org.springframework.stereotype.Component;

/** Two proofs stand before the account has its new address: the link that went there, and who the account's holder is. */
@Component
class AddressConfirmation {

    private static final SessionHandle NONE = new SessionHandle(new UUID(0, 0));

    private final ChangeLinks links;
    private final CurrentPassword currentPassword;
    private final AddressTaking taking;
    private final ChangeDesk desk;

    AddressConfirmation(ChangeLinks links, CurrentPassword currentPassword, AddressTaking taking, ChangeDesk desk) {
        this.links = links;
        this.desk = desk;
        this.currentPassword = currentPassword;
        this.taking = taking;
    }

    /**
     * The change that this link is about, while it is good: one asked for before the tenant took it from its holders is not.
     * Looking spends nothing.
     */
    Optional<AddressChange> look(TenantId tenant, OneTimeToken token) {
        return links.look(tenant, ChangeLink.CONFIRM, token).filter(_ -> desk.isHoldersToChange(tenant));
    }

    ConfirmOutcome confirm(TenantId tenant, OneTimeToken token, Confirmer confirmer) {
        return look(tenant, token)
                .map(change -> confirm(tenant, token, change, confirmer))
                .orElseGet(LinkUnusable::new);
    }

    private ConfirmOutcome confirm(TenantId tenant, OneTimeToken token, AddressChange change, Confirmer confirmer) {
        return switch (confirmer) {
            case InSession(var account, var session)
            when account.equals(change.account()) -> take(tenant, token, change, session);
            case InSession _ -> new PasswordWrong();
            case ByHeart(var typed, var device, var from) ->
                switch (currentPassword.judge(tenant, Claim.of(change.account(), device), typed, from)) {
                    case Right _ -> take(tenant, token, change, NONE);
                    case Wrong() -> new PasswordWrong();
                    case CurrentPassword.TooOften(var pause) -> new TooOften(pause);
                };
        };
    }

    /** A password replaced since it was compared has taken the link with it. */
    private ConfirmOutcome take(TenantId tenant, OneTimeToken token, AddressChange change, SessionHandle kept) {
        return taking.take(tenant, token, change.account(), kept) ? new Confirmed() : new LinkUnusable();
    }
}
