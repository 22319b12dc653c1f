package org.poterne.email;

import org.poterne.account.AddressMove;
import org.poterne.email.UndoOutcome.LinkUnusable;
import org.poterne.email.UndoOutcome.Restored;
import org.poterne.password.Passwords;
import org.poterne.tenant.TenantId;
import org.poterne.token.OneTimeToken;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** The old address takes the account back from whoever changed it, knowing its password. */
@Component
class AddressRestoration {

    private final ChangeLinks links;
    private final AddressMove addresses;
    private final Passwords passwords;
    private final ChangeDesk desk;
    private final TransactionTemplate transaction;

    AddressRestoration(
            ChangeLinks links,
            AddressMove addresses,
            Passwords passwords,
            ChangeDesk desk,
            TransactionTemplate transaction) {
        this.links = links;
        this.addresses = addresses;
        this.passwords = passwords;
        this.desk = desk;
        this.transaction = transaction;
    }

    UndoOutcome restore(TenantId tenant, OneTimeToken token) {
        return links.look(tenant, ChangeLink.UNDO, token)
                .filter(change -> isRestored(tenant, token, change))
                .<UndoOutcome>map(_ -> new Restored())
                .orElseGet(LinkUnusable::new);
    }

    private boolean isRestored(TenantId tenant, OneTimeToken token, AddressChange change) {
        try {
            return Boolean.TRUE.equals(
                    transaction.execute(status -> restore(tenant, token, change) || isTakenBack(status)));
        } catch (DuplicateKeyException _) {
            return false; // an import has brought the address in at this very moment
        }
    }

    /**
     * The password goes first: a request that has just been allowed by it has ended by then, and what it left is seen; one
     * that comes later finds none.
     */
    private boolean restore(TenantId tenant, OneTimeToken token, AddressChange seen) {
        addresses.oneAtATime(tenant, seen.account());
        return links.redeem(tenant, ChangeLink.UNDO, token)
                .map(change -> {
                    passwords.withdraw(tenant, change.account());
                    return change;
                })
                .filter(change -> addresses.move(tenant, change.account(), change.from(), desk.now()))
                .map(change -> {
                    desk.undo(tenant, change);
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
