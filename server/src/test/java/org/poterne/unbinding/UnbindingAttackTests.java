package org.poterne.unbinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.house.Hands.allAtOnce;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.agent.Agents;
import org.poterne.desk.DeskAgent;
import org.poterne.desk.DeskVisitor;
import org.poterne.desk.Member;
import org.poterne.factor.Factors;
import org.poterne.house.Browser;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.house.Seen;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.totp.AppHolder;
import org.poterne.unbinding.Unbinding.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one agent alone, a stranger, a scanner and many hands at once can do to an unbinding: nothing, nothing, nothing, and once. */
class UnbindingAttackTests {

    private static final House HOUSE = House.open();
    private static final Map<String, String> REASON = Map.of("reason", Lost.REASON);

    @BeforeEach
    void withFreshBudgets() {
        HOUSE.withFreshBudgets();
    }

    /** Not even by typing the address of the page. */
    @Test
    void whoeverProposedItDoesNotApproveIt() {
        var lost = Lost.proposed(HOUSE);
        var page = lost.page(lost.one());
        assertThat(page.page().select("main form")).isEmpty();
        assertThat(page.words()).contains("une autre personne décide");
        var posted = lost.one().visitor().post(path(page) + "/approve", Map.of());
        assertThat(posted.path()).isEqualTo(page.path());
        lost.one().visitor().post(path(page) + "/refuse", Map.of());
        assertThat(lost.unbinding().state()).isEqualTo(State.PROPOSED);
        lost.mailbox().isEmpty();
    }

    @Test
    void nothingIsProposedWithoutAVerificationOrAReason() {
        var lea = withApp(Lost.TENANT, 0);
        var agent = DeskAgent.at(HOUSE, Lost.TENANT);
        var call = agent.callOf(lea);
        var at = DeskAgent.at(call) + "/sheet/unbinding";
        assertThat(agent.get(at).path()).endsWith("/verification");
        assertThat(agent.visitor().post(at, REASON).path()).endsWith("/verification");
        agent.sheet(call);
        var silent = agent.visitor().post(at, Map.of("reason", "……………………"));
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.first("#reason-error").text()).contains("dix caractères");
        assertThat(underWay(lea)).isFalse();
    }

    /** Of the page of another tenant, of nobody, of the account's own holder. */
    @Test
    void nobodyElseReachesIt() {
        var lost = Lost.proposed(HOUSE);
        var path = path(lost.page(lost.two()));
        var elsewhere = DeskAgent.at(HOUSE, "guichet");
        assertThat(elsewhere.get(path).status()).isEqualTo(404);
        assertThat(elsewhere.visitor().post(path + "/approve", Map.of()).status())
                .isEqualTo(404);
        var holder = new DeskVisitor(lost.browser(), Lost.TENANT);
        assertThat(holder.get(path).status()).isEqualTo(404);
        assertThat(holder.post(path + "/approve", Map.of()).status()).isEqualTo(404);
        var stranger = DeskVisitor.stranger(HOUSE, Lost.TENANT);
        assertThat(stranger.get(path).path()).isEqualTo("/trousseau/sign-in");
        assertThat(stranger.post(path + "/approve", Map.of()).path()).isEqualTo("/trousseau/sign-in");
        assertThat(lost.unbinding().state()).isEqualTo(State.PROPOSED);
    }

    /** Two who look after others could take turns in taking over each other's accounts (HD-4). */
    @Test
    void anAgentsFactorsAreNobodysToRemoveTheirOwnLeastOfAll() {
        var lost = Lost.proposed(HOUSE);
        var path = path(lost.page(lost.two()));
        HOUSE.bean(Agents.class).appoint(Lost.ID, lost.account());
        assertThat(lost.two().get(path).status()).isEqualTo(404);
        assertThat(lost.two().visitor().post(path + "/approve", Map.of()).status())
                .isEqualTo(404);
        var holder = new DeskVisitor(lost.browser(), Lost.TENANT);
        assertThat(holder.post(path + "/approve", Map.of()).status()).isEqualTo(404);
        assertThat(lost.unbinding().state()).isEqualTo(State.PROPOSED);
        assertThat(HOUSE.bean(UnbindingFooting.class).standing(Lost.ID, lost.account()))
                .isEqualTo(Standing.NOTHING);
    }

    /** Whatever is posted. */
    @Test
    void anAdministratorsFactorsAreNotRemovedHere() {
        var boss = withApp(Lost.TENANT, 1);
        var agent = DeskAgent.at(HOUSE, Lost.TENANT);
        var sheet = agent.sheetOf(boss);
        assertThat(sheet.first("#no-unbinding").text()).contains("gère les utilisateurs d’un établissement");
        var at = DeskAgent.at(sheet) + "/sheet";
        assertThat(agent.get(at + "/unbinding").path()).isEqualTo("/trousseau" + at);
        assertThat(agent.visitor().post(at + "/unbinding", REASON).path()).isEqualTo("/trousseau" + at);
        assertThat(underWay(boss)).isFalse();
    }

    @Test
    void whoeverHasNoFactorOrNoDeskIsShownNothingOfIt() {
        var lea = Member.of(HOUSE, "extranet", 0);
        var agent = DeskAgent.at(HOUSE, "extranet");
        var sheet = agent.sheetOf(lea);
        assertThat(sheet.body()).doesNotContain("unbinding");
        var at = DeskAgent.at(sheet) + "/sheet";
        assertThat(agent.visitor().post(at + "/unbinding", REASON).path()).isEqualTo("/extranet" + at);
        assertThat(agent.get("/desk/changes").body()).doesNotContain("unbinding");

        var camille = AppHolder.of(HOUSE, "gimic");
        assertThat(camille.browser().get("/gimic/desk/changes").status()).isEqualTo(404);
        assertThat(HOUSE.bean(UnbindingFooting.class).standing(camille.tenant(), camille.account()))
                .isEqualTo(Standing.NOTHING);
    }

    /** An address that has just taken another's place opens nothing yet: not by this way either. */
    @Test
    void anAddressThatIsHeldBackWaits() {
        var lea = withApp(Lost.TENANT, 0);
        HOUSE.bean(JdbcClient.class)
                .sql("update account set recoverable_from = now() + interval '1 day' where id = :id")
                .param("id", lea.account().id().value())
                .update();
        var agent = DeskAgent.at(HOUSE, Lost.TENANT);
        var sheet = agent.sheetOf(lea);
        assertThat(sheet.first("#no-unbinding").text()).contains("vient de changer");
        agent.visitor().post(DeskAgent.at(sheet) + "/sheet/unbinding", REASON);
        assertThat(underWay(lea)).isFalse();
    }

    @Test
    void ofFortyApprovalsAtTwoNodesOneIsTakenAndTheLetterGoesOnce() {
        try (var node = HOUSE.secondNode()) {
            var lost = Lost.proposed(HOUSE);
            var path = path(lost.page(lost.two()));
            var there = DeskAgent.at(node, Lost.TENANT);
            HOUSE.bean(JdbcClient.class).sql("delete from budget").update();
            var hands = new ArrayList<Callable<Seen>>();
            for (var hand = 0; hand < 20; hand++) {
                hands.add(() -> lost.two().visitor().postAndStay(path + "/approve", Map.of()));
                hands.add(() -> there.visitor().postAndStay(path + "/approve", Map.of()));
            }
            assertThat(allAtOnce(hands))
                    .filteredOn(seen -> seen.header("Location").contains("unbinding-approved"))
                    .hasSize(1);
            lost.mailbox().next();
            lost.mailbox().isEmpty();
        }
    }

    @Test
    void ofFortyCancelsAtOnceOneIsTaken() {
        var lost = Lost.proposed(HOUSE);
        var link = lost.approved();
        var hands = new ArrayList<Callable<Seen>>();
        for (var hand = 0; hand < 40; hand++) {
            var visitor = DeskVisitor.stranger(HOUSE, Lost.TENANT);
            var page = visitor.visitor().get(link);
            hands.add(() -> visitor.submit(page, Map.of()));
        }
        var seen = allAtOnce(hands);
        assertThat(seen).filteredOn(page -> page.words().contains("est annulé")).hasSize(1);
        assertThat(seen).filteredOn(page -> page.status() == 410).hasSize(39);
        lost.mailbox().next();
        lost.mailbox().isEmpty();
    }

    /** At the very minute when its day comes: either the link was in time, or the factors are gone; never both. */
    @Test
    void ofACancelAndTheRoundsOfTwoNodesOneIsInTime() {
        try (var node = HOUSE.secondNode()) {
            for (var time = 0; time < 5; time++) {
                var lost = Lost.proposed(HOUSE);
                var link = lost.approved();
                var unbinding = due(lost);
                var visitor = DeskVisitor.stranger(HOUSE, Lost.TENANT);
                var page = visitor.visitor().get(link);
                allAtOnce(List.<Callable<Boolean>>of(
                        () -> ran(HOUSE), () -> visitor.submit(page, Map.of()).status() == 410, () -> ran(node)));
                ran(HOUSE);
                assertThat(lost.state(unbinding)).isEqualTo(isHeld(lost) ? State.CANCELLED : State.MADE);
                lost.mailbox().next();
                lost.mailbox().isEmpty();
                HOUSE.withFreshBudgets();
            }
        }
    }

    /** Either the owner was in time and nothing is gone, or they come in anew; no session of before outlives it. */
    @Test
    void ofASignInAndARoundOneIsInTime() {
        for (var time = 0; time < 5; time++) {
            var lost = Lost.proposed(HOUSE);
            lost.approved();
            var unbinding = due(lost);
            var visitor = HOUSE.visitor();
            var question = lost.password(visitor);
            var code = lost.app().code();
            allAtOnce(List.<Callable<Boolean>>of(
                    () -> ran(HOUSE),
                    () -> visitor.submit(question, Map.of("code", code)).status() < 500));
            ran(HOUSE);
            var in = visitor.get("/trousseau/account").path().equals("/trousseau/account");
            assertThat(lost.state(unbinding)).isEqualTo(in ? State.RETURNED : State.MADE);
            assertThat(isHeld(lost)).isEqualTo(in);
            lost.mailbox().next();
            HOUSE.withFreshBudgets();
        }
    }

    /** A mail gateway that opens the link and sends every form (Outlook Safe Links; Devise #5788). */
    @Test
    void aScannerThatSendsEveryFormCancelsNothing() {
        var lost = Lost.proposed(HOUSE);
        var link = lost.approved();
        for (var time = 0; time < 3; time++) {
            assertThat(HOUSE.visitor().get(link).status()).isEqualTo(200);
        }
        try (var scanner = Browser.desktop(HOUSE)) {
            scanner.open(link);
            for (var time = 0; time < 2; time++) {
                var form = scanner.page().locator("main form");
                scanner.andArrive(() -> form.evaluate("form => form.submit()"));
            }
        }
        assertThat(lost.unbinding().state()).isEqualTo(State.APPROVED);
    }

    @Test
    void aLinkIsGoodForItsOwnDoorAndTenantOnly() {
        var lost = Lost.proposed(HOUSE);
        var token = token(lost.approved());
        for (var wrong : List.of(
                "/trousseau/address-change/cancel/open?token=" + token,
                "/guichet/lost-factors/cancel/open?token=" + token,
                "/trousseau/recovery/open?token=" + token,
                "/trousseau/lost-factors/cancel/open?token=" + "A".repeat(43))) {
            assertThat(HOUSE.visitor().get(wrong).status()).as(wrong).isEqualTo(410);
        }
        assertThat(lost.unbinding().state()).isEqualTo(State.APPROVED);
    }

    /** Whoever has the account's password, or sets a new one, does not end the link: the owner of the mailbox keeps the last word. */
    @Test
    void aNewPasswordLeavesTheWayToCancel() {
        var lost = Lost.proposed(HOUSE);
        var link = lost.approved();
        var passwords = HOUSE.bean(Passwords.class);
        passwords.replace(Lost.ID, lost.account(), passwords.hash(new RawPassword("celui d’un voleur")));
        lost.mailbox().next();
        assertThat(Lost.cancel(HOUSE, link).words()).contains("Le retrait est annulé");
    }

    /** Its day has come, for it alone: the house is everybody's, and so is its clock. */
    private static Unbinding due(Lost lost) {
        var unbinding = lost.unbinding();
        HOUSE.bean(JdbcClient.class)
                .sql("update unbinding set due_at = due_at - :day::interval where id = :id")
                .param("day", Duration.ofHours(25).toString())
                .param("id", unbinding.id())
                .update();
        return unbinding;
    }

    private static boolean ran(House node) {
        node.bean(UnbindingRound.class).run();
        return true;
    }

    private static boolean isHeld(Lost lost) {
        return HOUSE.bean(Factors.class).isAsked(Lost.ID, lost.account());
    }

    private static boolean underWay(Member member) {
        return HOUSE.bean(Unbindings.class)
                .underWay(member.tenant(), member.account().id())
                .isPresent();
    }

    private static Member withApp(String tenant, int establishments) {
        var member = Member.of(HOUSE, tenant, establishments);
        AppHolder.setUp(
                HOUSE, new Person(tenant, member.email()), member.visitor().visitor());
        member.mailbox().next();
        return member;
    }

    private static String token(URI link) {
        return link.getQuery().replaceFirst("^token=", "");
    }

    /** The page's address, without the tenant. */
    private static String path(Seen page) {
        return page.path().replaceFirst("^/trousseau", "");
    }
}
