package org.poterne.desk;

import java.util.List;
import java.util.UUID;
import org.poterne.account.Account;
import org.poterne.agent.Act;
import org.poterne.agent.Journal;
import org.poterne.authenticator.Authenticators;
import org.poterne.desk.SheetGate.Open;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.words.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The phones of a verified caller: one that is lost is revoked at once (PU-14). No agent adds one. */
@Component
class Phones {

    private final Authenticators authenticators;
    private final Journal journal;

    Phones(Authenticators authenticators, Journal journal) {
        this.authenticators = authenticators;
        this.journal = journal;
    }

    List<ShownSheet.Phone> of(Tenant tenant, Words words, Account account) {
        return authenticators.of(tenant.id(), account.id()).stream()
                .map(phone ->
                        new ShownSheet.Phone(phone.id(), phone.name(), ShownTime.of(words, tenant, phone.since())))
                .toList();
    }

    @Transactional
    public boolean revoke(TenantId tenant, SignedInPerson agent, Open open, UUID phone) {
        var revoked = authenticators.revokeLost(tenant, open.account().id(), phone);
        if (revoked) {
            journal.enter(tenant, open.deed(agent, Act.PHONE_REVOKED));
        }
        return revoked;
    }
}
