package org.poterne.authenticator;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.poterne.account.AccountId;
import org.poterne.session.OwnSessions;
import org.poterne.session.SessionHandle;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A holder's phones, and what they do with them. */
@Component
class OwnDevices {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Authenticators authenticators;
    private final OwnSessions sessions;
    private final Tenants tenants;

    OwnDevices(Authenticators authenticators, OwnSessions sessions, Tenants tenants) {
        this.authenticators = authenticators;
        this.sessions = sessions;
        this.tenants = tenants;
    }

    List<Authenticator> of(TenantId tenant, AccountId account) {
        return authenticators.of(tenant, account);
    }

    /** Among this account's alone. */
    Optional<Authenticator> find(TenantId tenant, AccountId account, String id) {
        return ID.matcher(id).matches()
                ? of(tenant, account).stream()
                        .filter(device -> device.id().equals(UUID.fromString(id)))
                        .findFirst()
                : Optional.empty();
    }

    boolean mayAdd(TenantId tenant, AccountId account) {
        return tenants.policy(tenant, AuthenticatorPolicy.class).enabled()
                && of(tenant, account).size() < Binder.MOST;
    }

    boolean rename(TenantId tenant, AccountId account, UUID device, DeviceName name) {
        return authenticators.rename(tenant, account, device, name.value());
    }

    /** Whoever lost a phone may have lost more: every other session ends (ASVS 7.4.3). */
    @Transactional
    public boolean revoke(TenantId tenant, AccountId account, UUID device, SessionHandle kept) {
        var revoked = authenticators.revoke(tenant, account, device);
        if (revoked) {
            sessions.endOthers(tenant, account, kept);
        }
        return revoked;
    }
}
