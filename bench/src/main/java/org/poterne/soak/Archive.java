package org.poterne.soak;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.poterne.rig.Pause;
import org.poterne.rig.Postgres;
import org.poterne.rig.RigFailure;

/** Reads what the database holds, by plain SQL. */
final class Archive {

    private static final int TRIES = 60; // seconds: a fault may be at work

    private final Postgres postgres;

    Archive(Postgres postgres) {
        this.postgres = postgres;
    }

    Kept of(String email) {
        for (var tries = 1; true; tries++) {
            try (var connection = postgres.connect()) {
                var account = account(connection, email);
                return account.isPresent() ? kept(connection, account.get()) : Kept.NOTHING;
            } catch (SQLException e) {
                if (tries == TRIES) {
                    throw new RigFailure("the database does not answer", e);
                }
                Pause.of(Duration.ofSeconds(1));
            }
        }
    }

    /** Letters that are still owed to anybody, or grew stale on their way. */
    String troubledLetters() throws SQLException {
        try (var connection = postgres.connect();
                var query = connection.prepareStatement("""
                        select coalesce(string_agg(state || ' ' || kind || ' ' || trouble, ', '), '')
                          from letter where tenant_id = 'soak' and state in ('waiting', 'stale')
                        """)) {
            var row = query.executeQuery();
            row.next();
            return row.getString(1);
        }
    }

    private static Optional<UUID> account(Connection connection, String email) throws SQLException {
        try (var query = connection.prepareStatement(
                "select id from account where tenant_id = 'soak' and email = ? and confirmed_at is not null")) {
            query.setString(1, email);
            var rows = query.executeQuery();
            return rows.next() ? Optional.of(rows.getObject("id", UUID.class)) : Optional.empty();
        }
    }

    private static Kept kept(Connection connection, UUID account) throws SQLException {
        try (var query = connection.prepareStatement("""
                select coalesce(max(failures), 0) as failures, coalesce(bool_or(locked_until > now()), false) as locked,
                       (select count(*) from session
                          join password using (tenant_id, account_id)
                         where session.account_id = ? and session.opened_at < password.replaced_at) as old_sessions
                  from lockout
                 where account_id = ?
                """)) {
            query.setObject(1, account);
            query.setObject(2, account);
            var row = query.executeQuery();
            row.next();
            return new Kept(true, row.getInt("failures"), row.getBoolean("locked"), row.getInt("old_sessions"));
        }
    }
}
