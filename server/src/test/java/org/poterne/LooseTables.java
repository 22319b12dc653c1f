package org.poterne;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.poterne.house.House;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of a house, freed from their keys to one another: any of them takes rows of nobody's. For a house of its own. */
record LooseTables(JdbcClient jdbc) {

    static LooseTables of(House house) {
        var jdbc = house.bean(JdbcClient.class);
        jdbc.sql("""
                        select format('alter table %I drop constraint %I', rel.relname, con.conname)
                          from pg_constraint con join pg_class rel on rel.oid = con.conrelid
                         where con.contype in ('f', 'c') and con.connamespace = current_schema()::regnamespace
                        """).query(String.class).list().forEach(sql -> jdbc.sql(sql).update());
        return new LooseTables(jdbc);
    }

    List<String> names() {
        return jdbc.sql("""
                        select relname from pg_class
                         where relkind in ('r', 'p') and relnamespace = current_schema()::regnamespace
                        """).query(String.class).list();
    }

    int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    /**
     * Rows of one tenant. Who nobody is ({@code account_id}) and what nobody has done ({@code confirmed_at}) stays empty.
     *
     * @param moment SQL, what every time of them is
     * @param state SQL, what every state of them is
     */
    void fill(String table, String moment, String state, int rows) {
        var columns = jdbc.sql("""
                        select column_name, udt_name from information_schema.columns
                         where table_schema = current_schema() and table_name = :table and is_identity = 'NO'
                           and not (column_name in ('account_id', 'confirmed_at') and is_nullable = 'YES')
                        """)
                .param("table", table)
                .query((row, _) -> List.of(row.getString(1), value(row.getString(1), row.getString(2), moment, state)))
                .list();
        var names = columns.stream().map(List::getFirst).collect(joining(", "));
        var values = columns.stream().map(List::getLast).collect(joining(", "));
        jdbc.sql("insert into %s (%s) select %s from generate_series(1, %d)".formatted(table, names, values, rows))
                .update();
    }

    private static String value(String column, String type, String moment, String state) {
        return switch (column) {
            case "tenant_id" -> "'gimic'";
            case "state" -> state;
            default ->
                switch (type) {
                    case "timestamptz" -> moment;
                    case "uuid" -> "gen_random_uuid()";
                    case "text" -> "gen_random_uuid()::text";
                    case "bytea" -> "uuid_send(gen_random_uuid())";
                    case "bool" -> "false";
                    case "int2", "int4", "int8" -> "0";
                    default -> "'{}'";
                };
        };
    }
}
