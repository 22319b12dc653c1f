package org.poterne;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every statement of the product reads by an index. The planner is forbidden to read a table from end to end unless there is
 * no other way: whatever it still reads so has no index that serves.
 */
class PlanTests {

    private static final String SOME_TIME = "now() - random() * interval '300 days'";
    private static final String SOME_STATE =
            "(array['new', 'pending', 'asked', 'waiting', 'proposed', 'taken', 'closed'])[1 + floor(random() * 7)::int]";
    private static final int ROWS = 2_000;

    private static final House HOUSE = House.build().start();
    private static List<String> keysWithoutIndex = List.of();

    /** What reads an index or a table whole all the same, and why that stays cheap. */
    private static final Map<String, String> WHOLE = Map.of(
            "from letter where state = 'waiting'", "letters on their way",
            "expires_at < :then or state <> 'pending'", "what this hour's purge takes",
            "partition by tenant_id order by changed_at", "identifiers of nobody's, cut back every hour",
            "state in ('proposed', 'approved')\n   and (", "what is open at the desk",
            "order by (state = 'proposed') desc", "what the desk has moved in ninety days",
            "state <> 'closed'\n order by asked_at", "the first page of the desk's queue",
            "select exists (select from authenticator", "ends with the first",
            "position(lower(:part) in lower(name))", "establishments, for an agent whose searches are counted",
            "group by page, language", "the operator's report",
            "from push_key", "one row");

    private static final Pattern TENANT = Pattern.compile("\\(?tenant_id = [^() ]+\\)?");
    /** The driver says that it is one; in a plan without values it must be said here. */
    private static final Pattern NOW = Pattern.compile(":now\\b(?!::)");

    private static final Pattern PLACE = Pattern.compile("\\?");

    /** Enough for the planner to weigh one index against another. */
    @BeforeAll
    static void peopleTheTables() {
        keysWithoutIndex =
                HOUSE.bean(JdbcClient.class).sql("""
                        select conname from pg_constraint as key
                         where contype = 'f' and connamespace = current_schema()::regnamespace
                           and not exists (
                               select from pg_index
                                where indrelid = key.conrelid and indpred is null
                                  and (indkey::int2[])[0:cardinality(conkey) - 1] @> conkey)
                        """).query(String.class).list();
        var tables = LooseTables.of(HOUSE);
        var names = new TreeSet<>(tables.names());
        names.removeAll(Set.of("flyway_schema_history", "push_key", "scheduled_tasks"));
        names.forEach(table -> tables.fill(table, SOME_TIME, SOME_STATE, ROWS));
        HOUSE.bean(JdbcClient.class).sql("analyze").update();
    }

    @AfterAll
    static void leave() {
        HOUSE.close();
    }

    @Test
    void everyStatementIsFound() throws Exception {
        var statements = Statements.ofTheProduct();
        assertThat(statements.hidden()).isEmpty();
        assertThat(WHOLE.keySet())
                .as("of a statement each")
                .allSatisfy(part -> assertThat(statements.texts()).anyMatch(text -> text.contains(part)));
        assertThat(statements.texts()).hasSizeGreaterThan(250);
    }

    @Test
    void everyStatementReadsByAnIndex() throws Exception {
        var faults = new TreeSet<String>();
        try (var connection = planner()) {
            for (var statement : Statements.ofTheProduct().texts()) {
                if (WHOLE.keySet().stream().noneMatch(statement::contains)) {
                    faultsOf(plan(connection, statement))
                            .forEach(fault -> faults.add(fault + " is read from end to end in: " + statement));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Without one, a row that goes reads the other table whole. */
    @Test
    void everyKeyToAnotherTableHasAnIndex() {
        assertThat(keysWithoutIndex).isEmpty();
    }

    @Test
    void whatHasNoIndexIsFound() throws SQLException {
        try (var connection = planner()) {
            assertThat(faultsOf(plan(connection, "select id from account where given_name = :name")))
                    .hasSize(1);
            assertThat(faultsOf(
                            plan(connection, "select 1 from account where tenant_id = :tenant and language = :tag")))
                    .hasSize(1);
        }
    }

    /** Simple mode: parameters stay places in the text, as the generic plan wants them. */
    private static Connection planner() throws SQLException {
        var pool = (HikariDataSource) HOUSE.bean(DataSource.class);
        var connection = DriverManager.getConnection(
                pool.getJdbcUrl() + "&preferQueryMode=simple", pool.getUsername(), pool.getPassword());
        try (var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
        }
        return connection;
    }

    private static JsonNode plan(Connection connection, String sql) throws SQLException {
        var number = new int[] {0};
        var places = PLACE.matcher(NamedParameterUtils.substituteNamedParameters(
                        NOW.matcher(sql).replaceAll(":now::timestamptz"), null))
                .replaceAll(_ -> "\\$" + ++number[0]);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("explain (generic_plan, format json) " + places)) {
            rows.next();
            return JsonMapper.shared().readTree(rows.getString(1)).get(0).get("Plan");
        } catch (SQLException e) {
            throw new SQLException(places, e);
        }
    }

    private static Stream<String> faultsOf(JsonNode node) {
        var below = node.path("Plans").valueStream().flatMap(PlanTests::faultsOf);
        return Stream.concat(fault(node).stream(), below);
    }

    private static Optional<String> fault(JsonNode node) {
        return switch (node.get("Node Type").asString()) {
            case "Seq Scan" -> Optional.of(node.get("Relation Name").asString());
            case "Index Scan", "Index Only Scan", "Bitmap Index Scan" ->
                selects(node.path("Index Cond").asString(""))
                        ? Optional.empty()
                        : Optional.of(node.get("Index Name").asString());
            default -> Optional.empty();
        };
    }

    /** A condition on the tenant alone selects nothing where there is one tenant. */
    private static boolean selects(String condition) {
        return !TENANT.matcher(condition.replace(" AND ", ""))
                .replaceAll("")
                .replaceAll("[()]", "")
                .isEmpty();
    }
}
