package org.poterne.email;

import org.poterne.account.AccountId;
import org.poterne.account.AddressMove;
import org.poterne.session.OwnSessions;
import org.poterne.session.SessionHandle;
import org.poterne.tenant.TenantId;
import org.poterne.token.OneTimeToken;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** The new address takes the old one's place: link, address, sessions and the letter to the old one, all or nothing. */
@Component
class AddressTaking {

    private final ChangeLinks links;
    private final AddressMove addresses;
    private final OwnSessions sessions;
    private final ChangeDesk desk;
    private final TransactionTemplate transaction;

    AddressTaking(
            ChangeLinks links,
            AddressMove addresses,
            OwnSessions sessions,
            ChangeDesk desk,
            TransactionTemplate transaction) {
        this.links = links;
        this.addresses = addresses;
        this.sessions = sessions;
        this.desk = desk;
        this.transaction = transaction;
    }

    /**
     * Of many hands with one link, and of two accounts that want one address, one is told yes.
     *
     * @param kept the session that goes on
     */
    boolean take(TenantId tenant, OneTimeToken token, AccountId account, SessionHandle kept) {
        try {
            return Boolean.TRUE.equals(
                    transaction.execute(status -> isTaken(tenant, token, account, kept) || isTakenBack(status)));
        } catch (DuplicateKeyException _) {
            return false; // an import has brought the address in at this very moment
        }
    }

    private boolean isTaken(TenantId tenant, OneTimeToken token, AccountId account, SessionHandle kept) {
        addresses.oneAtATime(tenant, account);
        return links.redeem(tenant, ChangeLink.CONFIRM, token)
                .filter(change -> addresses.move(tenant, account, change.to(), desk.recoverableFrom(tenant)))
                .map(change -> {
                    desk.make(tenant, change);
                    sessions.endOthers(tenant, account, kept);
                    return true;
                })
                .orElse(false);
    }

    /** A link is spent by success alone. */
    private static boolean isTakenBack(TransactionStatus status) {
        status.setRollbackOnly();
        return false;
    }
}
