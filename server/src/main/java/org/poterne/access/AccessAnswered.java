package org.poterne.access;

import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** An administrator gave the access that was asked for, or refused it. */
public record AccessAnswered(TenantId tenant, UUID request, AccountId by, Answer answer) {

    public enum Answer {
        ACCEPTED,
        REFUSED
    }
}
