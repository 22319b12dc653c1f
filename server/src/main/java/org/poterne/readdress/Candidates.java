package org.poterne.readdress;

import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.assistance.LargeAccounts;
import org.poterne.readdress.ProposalOutcome.AddressTaken;
import org.poterne.readdress.ProposalOutcome.NotLarge;
import org.poterne.readdress.ProposalOutcome.SameAddress;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** Whether an account may have another address this way, and that one. */
@Component
class Candidates {

    private final Accounts accounts;
    private final LargeAccounts large;

    Candidates(Accounts accounts, LargeAccounts large) {
        this.accounts = accounts;
        this.large = large;
    }

    Optional<ProposalOutcome> obstacle(TenantId tenant, Proposal proposal) {
        var account = accounts.find(tenant, proposal.account()).filter(Account::isActive);
        if (account.isEmpty() || !large.isLarge(tenant, proposal.account())) {
            return Optional.of(new NotLarge());
        }
        if (account.get().email().equals(proposal.to())) {
            return Optional.of(new SameAddress());
        }
        return accounts.findByEmail(tenant, proposal.to())
                .filter(holder -> holder.isConfirmed() || !holder.isActive())
                .map(_ -> new AddressTaken());
    }
}
