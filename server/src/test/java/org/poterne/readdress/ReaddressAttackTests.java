package org.poterne.readdress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.house.Hands.allAtOnce;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.agent.Agents;
import org.poterne.assistance.AssistanceRequest;
import org.poterne.assistance.Requests;
import org.poterne.desk.DeskAgent;
import org.poterne.desk.DeskVisitor;
import org.poterne.house.Browser;
import org.poterne.house.House;
import org.poterne.house.Seen;
import org.poterne.readdress.Readdress.State;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one agent alone, a stranger, a scanner and many hands at once can do to a change: nothing, nothing, nothing, and once. */
class ReaddressAttackTests {

    private static final House HOUSE = House.open();
    private static final TenantId EXTRANET = new TenantId("extranet");

    @BeforeEach
    void withFreshBudgets() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void whoeverProposedAChangeDoesNotApproveIt() {
        var desks = Desks.proposed(HOUSE);
        var page = desks.change(desks.one());
        assertThat(page.page().select("main form")).isEmpty();
        assertThat(page.words()).contains("une autre personne décide");
        var posted = desks.one().visitor().post(change(page) + "/approve", Map.of());
        assertThat(posted.path()).isEqualTo(page.path());
        desks.one().visitor().post(change(page) + "/refuse", Map.of());
        assertThat(state(desks)).isEqualTo(State.PROPOSED);
        desks.lea().mailbox().isEmpty();
    }

    /** Of the page of another tenant, of nobody, of the account's own holder. */
    @Test
    void nobodyElseReachesAChange() {
        var desks = Desks.proposed(HOUSE);
        var path = change(desks.change(desks.two()));
        var elsewhere = DeskAgent.at(HOUSE, "guichet");
        assertThat(elsewhere.get(path).status()).isEqualTo(404);
        assertThat(elsewhere.visitor().post(path + "/approve", Map.of()).status())
                .isEqualTo(404);
        var holder = desks.lea().visitor();
        assertThat(holder.get(path).status()).isEqualTo(404);
        assertThat(holder.post(path + "/approve", Map.of()).status()).isEqualTo(404);
        var stranger = DeskVisitor.stranger(HOUSE, "extranet");
        assertThat(stranger.get(path).path()).isEqualTo("/extranet/sign-in");
        assertThat(stranger.post(path + "/approve", Map.of()).path()).isEqualTo("/extranet/sign-in");
        assertThat(state(desks)).isEqualTo(State.PROPOSED);
    }

    /** The holder is made an agent: their account is out of every agent's reach, their own among them. */
    @Test
    void aHolderWhoBecomesAnAgentIsOutOfReach() {
        var desks = Desks.proposed(HOUSE);
        var path = change(desks.change(desks.two()));
        HOUSE.bean(Agents.class).appoint(EXTRANET, desks.lea().account().id());
        assertThat(desks.two().get(path).status()).isEqualTo(404);
        assertThat(desks.two().visitor().post(path + "/approve", Map.of()).status())
                .isEqualTo(404);
        assertThat(desks.lea().visitor().post(path + "/approve", Map.of()).status())
                .isEqualTo(404);
        assertThat(state(desks)).isEqualTo(State.PROPOSED);
    }

    /** One agent who is none any more and one who is are not two. */
    @Test
    void whatADismissedAgentProposedDiesAndTheirRequestIsAnybodysAgain() {
        var desks = Desks.proposed(HOUSE);
        var path = change(desks.change(desks.two()));
        assertThat(HOUSE.bean(Agents.class).dismiss(EXTRANET, desks.one().id())).isTrue();
        desks.two().visitor().post(path + "/approve", Map.of());
        assertThat(HOUSE.bean(Readdresses.class)
                        .underWay(EXTRANET, desks.lea().account().id()))
                .isEmpty();
        assertThat(HOUSE.bean(Requests.class)
                        .ownAddressRequest(EXTRANET, desks.lea().account().id())
                        .orElseThrow()
                        .state())
                .isEqualTo(AssistanceRequest.State.NEW);
        desks.next().isEmpty();
    }

    @Test
    void anApprovalEndsWithItsApproverAndBothMailboxesAreTold() {
        var desks = Desks.proposed(HOUSE);
        desks.approve();
        desks.lea().mailbox().next();
        desks.next().next();
        HOUSE.bean(Agents.class).dismiss(EXTRANET, desks.two().id());
        assertThat(HOUSE.bean(Readdresses.class)
                        .underWay(EXTRANET, desks.lea().account().id()))
                .isEmpty();
        desks.lea().mailbox().next();
        desks.next().next();
    }

    @Test
    void ofFortyApprovalsAtOnceOneIsTakenAndTheLettersGoOnce() {
        var desks = Desks.proposed(HOUSE);
        var path = change(desks.change(desks.two()));
        HOUSE.bean(JdbcClient.class).sql("delete from budget").update();
        var hands = new ArrayList<Callable<Seen>>();
        for (var hand = 0; hand < 40; hand++) {
            hands.add(() -> desks.two().visitor().postAndStay(path + "/approve", Map.of()));
        }
        var approved = allAtOnce(hands).stream()
                .filter(seen -> seen.header("Location").contains("change-approved"))
                .toList();
        assertThat(approved).hasSize(1);
        desks.lea().mailbox().next();
        desks.next().next();
        desks.lea().mailbox().isEmpty();
        desks.next().isEmpty();
    }

    @Test
    void ofFortyCancelsAtOnceOneIsTaken() {
        var desks = Desks.proposed(HOUSE);
        desks.approve();
        var link = desks.lea().mailbox().next().link();
        desks.next().next();
        var hands = new ArrayList<Callable<Seen>>();
        for (var hand = 0; hand < 40; hand++) {
            var visitor = DeskVisitor.stranger(HOUSE, "extranet");
            var page = visitor.visitor().get(link);
            hands.add(() -> visitor.submit(page, Map.of("sure", "sure")));
        }
        var seen = allAtOnce(hands);
        assertThat(seen).filteredOn(page -> page.words().contains("est annulé")).hasSize(1);
        assertThat(seen).filteredOn(page -> page.status() == 410).hasSize(39);
        desks.lea().mailbox().next();
        desks.next().next();
        desks.lea().mailbox().isEmpty();
    }

    /** A mail gateway that opens both links and sends every form (Outlook Safe Links; Devise #5788). */
    @Test
    void aScannerThatSendsEveryFormConfirmsAndCancelsNothing() {
        var desks = Desks.proposed(HOUSE);
        desks.approve();
        scan(desks.lea().mailbox().next().link());
        scan(desks.next().next().link());
        var change = HOUSE.bean(Readdresses.class)
                .underWay(EXTRANET, desks.lea().account().id())
                .orElseThrow();
        assertThat(change.state()).isEqualTo(State.APPROVED);
        assertThat(change.confirmedAt()).isEmpty();
    }

    @Test
    void aLinkIsGoodForItsOwnDoorAndTenantOnly() {
        var desks = Desks.proposed(HOUSE);
        desks.approve();
        var cancel = token(desks.lea().mailbox().next().link());
        var confirm = token(desks.next().next().link());
        for (var wrong : List.of(
                "/extranet/address-change/confirm/open?token=" + cancel,
                "/extranet/address-change/cancel/open?token=" + confirm,
                "/guichet/address-change/cancel/open?token=" + cancel,
                "/guichet/address-change/confirm/open?token=" + confirm)) {
            assertThat(HOUSE.visitor().get(wrong).status()).as(wrong).isEqualTo(410);
        }
        assertThat(HOUSE.visitor()
                        .get("/extranet/recovery/open?token=" + cancel)
                        .status())
                .isEqualTo(410);
        assertThat(state(desks)).isEqualTo(State.APPROVED);
    }

    /** Whoever has the account's password, or sets a new one, ends neither link: the owner of the old mailbox keeps the last word. */
    @Test
    void aNewPasswordLeavesTheWayToCancel() {
        var desks = Desks.proposed(HOUSE);
        desks.approve();
        var link = desks.lea().mailbox().next().link();
        desks.next().next();
        var passwords = HOUSE.bean(org.poterne.password.Passwords.class);
        passwords.replace(
                EXTRANET,
                desks.lea().account().id(),
                passwords.hash(new org.poterne.password.RawPassword("celui d’un voleur")));
        desks.lea().mailbox().next();
        assertThat(Desks.cancel(HOUSE, link).words()).contains("est annulé");
    }

    private static void scan(URI link) {
        try (var scanner = Browser.desktop(HOUSE)) {
            scanner.open(link);
            for (var time = 0; time < 2; time++) {
                var form = scanner.page().locator("main form");
                scanner.andArrive(() -> form.evaluate("form => form.submit()"));
            }
        }
    }

    private static String token(URI link) {
        return link.getQuery().replaceFirst("^token=", "");
    }

    private static State state(Desks desks) {
        return HOUSE.bean(Readdresses.class)
                .underWay(EXTRANET, desks.lea().account().id())
                .map(Readdress::state)
                .orElseThrow();
    }

    /** The page's address, without the tenant. */
    private static String change(Seen page) {
        return page.path().replaceFirst("^/extranet", "");
    }
}
