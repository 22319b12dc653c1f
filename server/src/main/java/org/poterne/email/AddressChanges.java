package org.poterne.email;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.account.EmailAddress;
import org.poterne.email.AddressChange.State;
import org.poterne.password.PasswordReplaced;
import org.poterne.password.PasswordWithdrawn;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The changes asked for and made. An account has one asked for at a time; those made are kept while they can be undone. */
@Component
final class AddressChanges {

    private final JdbcClient jdbc;
    private final Clock clock;

    AddressChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The one asked for before gives way, under another id: its link and letters find nothing. Nobody's address is looked up. */
    UUID ask(TenantId tenant, AccountId account, EmailAddress to, Instant expiresAt) {
        return jdbc.sql("""
                        insert into email_change (tenant_id, id, account_id, old_email, new_email, state, expires_at)
                        select tenant_id, :id, id, email, :to, 'asked', :expires
                          from account
                         where tenant_id = :tenant and id = :account
                            on conflict (tenant_id, account_id) where state = 'asked' do update
                           set id = excluded.id,
                               old_email = excluded.old_email,
                               new_email = excluded.new_email,
                               expires_at = excluded.expires_at
                        returning id
                        """)
                .param("id", UUID.randomUUID())
                .param("to", to.given())
                .param("expires", utc(expiresAt))
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query(UUID.class)
                .single();
    }

    Optional<AddressChange> askedBy(TenantId tenant, AccountId account) {
        return jdbc.sql("""
                        select id, account_id, old_email, new_email, state, expires_at
                          from email_change
                         where tenant_id = :tenant and account_id = :account and state = 'asked' and expires_at > :now
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("now", now())
                .query(AddressChanges::change)
                .optional();
    }

    Optional<AddressChange> find(TenantId tenant, UUID id, State state) {
        return jdbc.sql("""
                        select id, account_id, old_email, new_email, state, expires_at
                          from email_change
                         where tenant_id = :tenant and id = :id and state = :state and expires_at > :now
                        """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("state", column(state))
                .param("now", now())
                .query(AddressChanges::change)
                .optional();
    }

    /** What was asked for is made. */
    void make(TenantId tenant, UUID id, Instant undoUntil) {
        jdbc.sql("""
                        update email_change set state = 'made', expires_at = :undo
                         where tenant_id = :tenant and id = :id and state = 'asked'
                        """)
                .param("undo", utc(undoUntil))
                .param("tenant", tenant.value())
                .param("id", id)
                .update();
    }

    /**
     * Undoes this change and all that the account made after it: whoever took it on to a third address has no way back by
     * the second.
     *
     * @return all that are undone
     */
    List<AddressChange> undoFrom(TenantId tenant, AddressChange first, Instant keptUntil) {
        return jdbc.sql("""
                        update email_change set state = 'undone', expires_at = :kept
                         where tenant_id = :tenant and account_id = :account and state = 'made'
                           and number >= (select number from email_change where tenant_id = :tenant and id = :id)
                        returning id, account_id, old_email, new_email, state, expires_at
                        """)
                .param("kept", utc(keptUntil))
                .param("tenant", tenant.value())
                .param("account", first.account().value())
                .param("id", first.id())
                .query(AddressChanges::change)
                .list();
    }

    /** Half-finished flows die with the old password: else a letter that is still owed would carry a good link. */
    @EventListener
    void on(PasswordReplaced event) {
        forgetAsked(event.tenant(), event.account());
    }

    @EventListener
    void on(PasswordWithdrawn event) {
        forgetAsked(event.tenant(), event.account());
    }

    private void forgetAsked(TenantId tenant, AccountId account) {
        jdbc.sql("delete from email_change where tenant_id = :tenant and account_id = :account and state = 'asked'")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
    }

    int forgetExpired() {
        return jdbc.sql(Purge.batch("delete from email_change where expires_at <= :now"))
                .param("now", now())
                .update();
    }

    private static AddressChange change(ResultSet row, int number) throws SQLException {
        return new AddressChange(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                address(row, "old_email"),
                address(row, "new_email"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static EmailAddress address(ResultSet row, String column) throws SQLException {
        return EmailAddress.parse(row.getString(column))
                .orElseThrow(() -> new IllegalStateException("a change of address that no longer parses"));
    }

    private static String column(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
