package org.poterne.agent;

import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;

/** Who did what, to which account, for which request. */
public record Deed(AccountId agent, Act act, Optional<AccountId> account, Optional<UUID> request) {

    public static Deed by(AccountId agent, Act act) {
        return new Deed(agent, act, Optional.empty(), Optional.empty());
    }

    public Deed on(AccountId whose) {
        return new Deed(agent, act, Optional.of(whose), request);
    }

    public Deed about(UUID what) {
        return new Deed(agent, act, account, Optional.of(what));
    }
}
