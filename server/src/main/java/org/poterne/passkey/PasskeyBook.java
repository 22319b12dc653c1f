package org.poterne.passkey;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.stereotype.Component;

/** Every account's passkeys, public keys only; the tenant and the account are part of each statement. */
@Component
class PasskeyBook {

    static final int PER_ACCOUNT = 10;

    private static final int HANDLE = 32; // bytes

    /** A word of the browser's that is none of these is not kept: what is kept is shown to browsers again. */
    private static final Set<AuthenticatorTransport> TRANSPORTS = Set.of(AuthenticatorTransport.values());

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PasskeyBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the account is called on authenticators, if it has ever asked for a passkey. */
    Optional<Bytes> handle(TenantId tenant, AccountId account) {
        return jdbc.sql("select handle from passkey_holder where tenant_id = :tenant and account_id = :account")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query((row, _) -> new Bytes(row.getBytes("handle")))
                .optional();
    }

    /** Random, so that a lost authenticator tells nothing of the account (WebAuthn L3 §14.6.1). */
    void name(TenantId tenant, AccountId account) {
        var handle = new byte[HANDLE];
        random.nextBytes(handle);
        jdbc.sql("""
                        insert into passkey_holder (tenant_id, account_id, handle)
                        values (:tenant, :account, :handle)
                            on conflict (tenant_id, account_id) do nothing
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("handle", handle)
                .update();
    }

    /** The newest first. */
    List<KeptPasskey> of(TenantId tenant, AccountId account) {
        return jdbc.sql("""
                        select passkey.*, holder.handle
                          from passkey
                          join passkey_holder as holder using (tenant_id, account_id)
                         where tenant_id = :tenant and account_id = :account
                         order by created_at desc, id
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query(KeptPasskey::read)
                .list();
    }

    Optional<KeptPasskey> find(TenantId tenant, Bytes credential) {
        return jdbc.sql("""
                        select passkey.*, holder.handle
                          from passkey
                          join passkey_holder as holder using (tenant_id, account_id)
                         where tenant_id = :tenant and credential_id = :credential
                        """)
                .param("tenant", tenant.value())
                .param("credential", credential.getBytes())
                .query(KeptPasskey::read)
                .optional();
    }

    boolean isHeld(TenantId tenant, AccountId account) {
        return jdbc.sql("""
                        select exists (select 1 from passkey where tenant_id = :tenant and account_id = :account)
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * In a transaction that has begun to change the account's factors: they are counted while nobody else does.
     *
     * @return whether there was room, and it is not there already
     */
    boolean add(TenantId tenant, AccountId account, CredentialRecord credential, PasskeyName name) {
        return jdbc.sql("""
                        insert into passkey (tenant_id, id, account_id, credential_id, public_key, attestation,
                                             signature_count, backup_eligible, backed_up, transports, name, created_at)
                        select tenant_id, :id, account_id, :credential, :key, :attestation,
                               :count, :eligible, :backed_up, :transports, :name, :now
                          from passkey_holder
                         where tenant_id = :tenant and account_id = :account and handle = :handle
                           and (select count(*) from passkey
                                 where tenant_id = :tenant and account_id = :account) < :most
                            on conflict (tenant_id, credential_id) do nothing
                        """)
                        .param("tenant", tenant.value())
                        .param("id", PasskeyId.fresh().value())
                        .param("account", account.value())
                        .param("handle", credential.getUserEntityUserId().getBytes())
                        .param("credential", credential.getCredentialId().getBytes())
                        .param("key", credential.getPublicKey().getBytes())
                        .param("attestation", attestation(credential).getBytes())
                        .param("count", credential.getSignatureCount())
                        .param("eligible", credential.isBackupEligible())
                        .param("backed_up", credential.isBackupState())
                        .param("transports", words(credential.getTransports()))
                        .param("name", name.value())
                        .param("now", now())
                        .param("most", PER_ACCOUNT)
                        .update()
                == 1;
    }

    /**
     * It has just signed. A counter goes up or stays at nought, in the statement that writes it: of two signatures with one
     * number, one counts (WebAuthn L3 §7.2 step 22). Whether it may be backed up never changes (step 18).
     */
    boolean used(TenantId tenant, PasskeyId passkey, Signed signed) {
        return jdbc.sql("""
                        update passkey
                           set signature_count = :count, backed_up = :backed_up, used_at = :now
                         where tenant_id = :tenant and id = :id
                           and backup_eligible = :eligible
                           and (signature_count < :count or (signature_count = 0 and :count = 0))
                        """)
                        .param("count", signed.count())
                        .param("backed_up", signed.isBackedUp())
                        .param("eligible", signed.isBackupEligible())
                        .param("now", now())
                        .param("tenant", tenant.value())
                        .param("id", passkey.value())
                        .update()
                == 1;
    }

    boolean rename(TenantId tenant, AccountId account, PasskeyId passkey, PasskeyName name) {
        return jdbc.sql("""
                        update passkey set name = :name
                         where tenant_id = :tenant and account_id = :account and id = :id
                        """)
                        .param("name", name.value())
                        .param("tenant", tenant.value())
                        .param("account", account.value())
                        .param("id", passkey.value())
                        .update()
                == 1;
    }

    /** The account is part of it: somebody else's passkey is not removed by its name. */
    boolean remove(TenantId tenant, AccountId account, PasskeyId passkey) {
        return jdbc.sql("delete from passkey where tenant_id = :tenant and account_id = :account and id = :id")
                        .param("tenant", tenant.value())
                        .param("account", account.value())
                        .param("id", passkey.value())
                        .update()
                == 1;
    }

    void removeAll(TenantId tenant, AccountId account) {
        jdbc.sql("delete from passkey where tenant_id = :tenant and account_id = :account")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
    }

    private static Bytes attestation(CredentialRecord credential) {
        return Optional.ofNullable(credential.getAttestationObject())
                .orElseThrow(() -> new IllegalArgumentException("a registration without its attestation object"));
    }

    private static String words(Set<AuthenticatorTransport> transports) {
        return transports.stream()
                .filter(TRANSPORTS::contains)
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
