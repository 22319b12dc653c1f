package org.poterne.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reading is written down as well as writing, with who it was, and without what was typed (requirements HD-5, LG-1, LG-2). */
class DeskAuditTests {

    private static final House HOUSE = House.open();
    private static final List<String> OF_NOBODY = List.of("desk_queue_opened", "desk_searched");

    @BeforeEach
    void withFreshBudgets() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void eachReadAndEachActIsARowWithAgentAccountAndRequest() {
        var lea = Member.of(HOUSE, "extranet", 1);
        var agent = DeskAgent.at(HOUSE, "extranet");
        var sheet = agent.sheetOf(lea);
        agent.visitor().press(sheet, "/reveal", Map.of("what", "email", "reason", "un motif bien particulier"));
        agent.visitor().press(agent.get(DeskAgent.at(sheet) + "/sheet"), "/usernames");
        lea.mailbox().next();
        agent.visitor().press(agent.get(DeskAgent.at(sheet)), "/close", Map.of("result", "helped"));

        var rows = rows(agent);
        assertThat(rows)
                .extracting(Row::what)
                .contains(
                        "desk_queue_opened",
                        "desk_searched",
                        "desk_call_opened",
                        "desk_request_opened",
                        "desk_verification_opened",
                        "desk_verified",
                        "desk_sheet_opened",
                        "desk_email_revealed",
                        "desk_usernames_sent",
                        "desk_request_closed");
        assertThat(rows).filteredOn(row -> !OF_NOBODY.contains(row.what())).allSatisfy(row -> {
            assertThat(row.account())
                    .as(row.what())
                    .isEqualTo(lea.account().id().value());
            assertThat(row.concerns()).as(row.what()).isNotNull();
        });
        var all = HOUSE.bean(JdbcClient.class)
                .sql("select audit_event::text from audit_event union all select agent_deed::text from agent_deed")
                .query(String.class)
                .list();
        assertThat(all).noneMatch(row -> row.contains("motif bien particulier") || row.contains(lea.username()));
    }

    @Test
    void tooFewProofsAreWrittenDownToo() {
        var lea = Member.of(HOUSE, "extranet", 1);
        var agent = DeskAgent.at(HOUSE, "extranet");
        var at = DeskAgent.at(agent.callOf(lea));
        agent.visitor().press(agent.get(at + "/verification"), "/verification", Map.of("proof-contract", "yes"));
        assertThat(rows(agent)).extracting(Row::what).contains("desk_not_verified");
    }

    @Test
    void whichProofsStoodIsKeptWithTheVerification() {
        var lea = Member.of(HOUSE, "extranet", 1);
        var agent = DeskAgent.at(HOUSE, "extranet");
        agent.sheetOf(lea);
        assertThat(HOUSE.bean(JdbcClient.class)
                        .sql("select array_to_string(proofs, ',') from verification where agent_id = :agent")
                        .param("agent", agent.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("call-back,contract");
    }

    /** The holder reads what was done, and by the desk; not by whom, nor for which words. */
    @Test
    void theHolderReadsWhatTheDeskDid() {
        var lea = Member.of(HOUSE, "extranet", 1);
        var agent = DeskAgent.at(HOUSE, "extranet");
        var sheet = agent.sheetOf(lea);
        agent.visitor().press(sheet, "/reveal", Map.of("what", "email", "reason", "un motif bien particulier"));
        var activity = lea.visitor().get("/account/activity");
        assertThat(activity.words())
                .contains(
                        "L’assistance a vérifié l’identité d’une personne pour votre compte",
                        "L’assistance a ouvert la fiche de votre compte",
                        "L’assistance a affiché votre adresse email")
                .doesNotContain(agent.member().account().familyName(), "motif bien particulier");
    }

    private record Row(String what, UUID account, UUID concerns) {}

    private static List<Row> rows(DeskAgent agent) {
        return HOUSE.bean(JdbcClient.class)
                .sql("select what, account_id, concerns from audit_event where actor_id = :agent order by id")
                .param("agent", agent.id().value())
                .query((row, _) -> new Row(
                        row.getString("what"),
                        row.getObject("account_id", UUID.class),
                        row.getObject("concerns", UUID.class)))
                .list();
    }
}
