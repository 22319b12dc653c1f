package org.poterne.desk;

import org.poterne.account.AccountId;
import org.poterne.agent.Act;
import org.poterne.agent.Journal;
import org.poterne.desk.SheetGate.Open;
import org.poterne.lockout.UnlockLetters;
import org.poterne.recovery.ResetLetters;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters that an agent may have sent: all to the stored address, none with anything that the agent chose (NIST SP
 * 800-63B-4 §4.2.1.2; ASVS 5.0 6.4.6).
 */
@Component
class Sending {

    private final UsernamesLetter usernames;
    private final ResetLetters resets;
    private final UnlockLetters unlocks;
    private final Journal journal;

    Sending(UsernamesLetter usernames, ResetLetters resets, UnlockLetters unlocks, Journal journal) {
        this.usernames = usernames;
        this.resets = resets;
        this.unlocks = unlocks;
        this.journal = journal;
    }

    @Transactional
    public void usernames(TenantId tenant, SignedInPerson agent, Open open) {
        usernames.owe(tenant, id(open));
        journal.enter(tenant, open.deed(agent, Act.USERNAMES_SENT));
    }

    @Transactional
    public void reset(TenantId tenant, SignedInPerson agent, Open open) {
        resets.owe(tenant, id(open));
        journal.enter(tenant, open.deed(agent, Act.RESET_SENT));
    }

    @Transactional
    public void unlock(TenantId tenant, SignedInPerson agent, Open open) {
        unlocks.owe(tenant, id(open));
        journal.enter(tenant, open.deed(agent, Act.UNLOCK_SENT));
    }

    private static AccountId id(Open open) {
        return open.account().id();
    }
}
