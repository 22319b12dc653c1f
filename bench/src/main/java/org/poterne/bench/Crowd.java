package org.poterne.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import org.postgresql.PGConnection;
import org.poterne.rig.Postgres;
import org.poterne.rig.RigFailure;

/**
 * Accounts by the million, loaded by COPY: each with its password, a browser it is known by, and a line of its history. Foreign
 * keys are put back after the rows, so that each is checked by one scan rather than row by row.
 */
final class Crowd {

    private static final int BATCH = 100_000;
    private static final String NOW = "2026-01-01T00:00:00Z";

    /** One table, and the row of one account in it. */
    private record Rows(String copy, LongFunction<String> row) {}

    private final long count;
    private final String phc;

    Crowd(long count, String phc) {
        this.count = count;
        this.phc = phc;
    }

    void load(Postgres postgres) {
        try (var connection = postgres.connect()) {
            execute(connection, List.of("set synchronous_commit = off", "set maintenance_work_mem = '512MB'"));
            var keys = foreignKeys(connection);
            execute(connection, keys.stream().map(Key::drop).toList());
            for (var rows : tables()) {
                copy(connection, rows);
            }
            execute(connection, keys.stream().map(Key::add).toList());
            execute(connection, List.of("vacuum analyze"));
        } catch (SQLException | IOException e) {
            throw new RigFailure("the accounts could not be loaded", e);
        }
    }

    private List<Rows> tables() {
        return List.of(
                new Rows(
                        "account (tenant_id, id, email, email_canonical, given_name, family_name, status, created_at, confirmed_at)",
                        number -> row(
                                "bench",
                                id(number),
                                People.address(number),
                                People.address(number),
                                "Camille",
                                "Martin",
                                "active",
                                NOW,
                                NOW)),
                new Rows(
                        "password (tenant_id, account_id, phc, replaced_at)",
                        number -> row("bench", id(number), phc, NOW)),
                new Rows(
                        "known_device (tenant_id, id, account_id, known_from, seen_at, browser)",
                        number -> row("bench", id(number), id(number), NOW, NOW, "firefox linux")),
                new Rows(
                        "audit_event (tenant_id, happened_at, what, account_id, from_address)",
                        number -> row("bench", NOW, "signed-in", id(number), "203.0.113.7")));
    }

    /** As random as the server's own, and the same at each run. */
    private static String id(long number) {
        return new UUID((mixed(number) & ~0xf000L) | 0x4000L, (mixed(~number) >>> 2) | (1L << 63)).toString();
    }

    /** SplitMix64. */
    static long mixed(long number) {
        var first = (number + 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
        var second = (first ^ (first >>> 30)) * 0x94d049bb133111ebL;
        return second ^ (second >>> 31);
    }

    private static String row(String... fields) {
        return String.join("\t", fields) + "\n";
    }

    private void copy(Connection connection, Rows rows) throws SQLException, IOException {
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var from = 0L; from < count; from += BATCH) {
            var text = new StringBuilder(BATCH * 128);
            for (var number = from; number < Math.min(from + BATCH, count); number++) {
                text.append(rows.row().apply(number));
            }
            var in = copies.copyIn("copy " + rows.copy() + " from stdin");
            var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            in.writeToCopy(bytes, 0, bytes.length);
            in.endCopy();
        }
    }

    private record Key(String table, String name, String definition) {

        String drop() {
            return "alter table " + table + " drop constraint " + name;
        }

        String add() {
            return "alter table " + table + " add constraint " + name + " " + definition;
        }
    }

    private static List<Key> foreignKeys(Connection connection) throws SQLException {
        var keys = new ArrayList<Key>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select conrelid::regclass::text, conname, pg_get_constraintdef(oid)
                          from pg_constraint
                         where contype = 'f' and conrelid in ('password'::regclass, 'known_device'::regclass)
                        """)) {
            while (row.next()) {
                keys.add(new Key(row.getString(1), row.getString(2), row.getString(3)));
            }
        }
        return keys;
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
