package org.poterne.readdress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.account.NewAccount;
import org.poterne.desk.DeskAgent;
import org.poterne.desk.DeskVisitor;
import org.poterne.desk.Member;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.membership.Memberships;
import org.poterne.readdress.Readdress.State;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Another sign-in address by the desk: from a holder's wish to both mailboxes, and the ways it may end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReaddressFlowTests {

    private static final TenantId EXTRANET = new TenantId("extranet");

    /** Its clock is moved: nobody else's house. */
    private final House house = House.build().start();

    @BeforeEach
    void withFreshBudgets() {
        house.withFreshBudgets();
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void twoAgentsADayAndTheNewMailboxMoveTheAddress() {
        var desks = Desks.proposed(house);
        var lea = desks.lea();
        assertThat(desks.proposed().words()).contains("Le changement attend une deuxième personne.");
        assertThat(lea.visitor().get("/assistance/email").words())
                .contains("En attente d’une deuxième personne de l’assistance");
        lea.mailbox().isEmpty();

        var change = desks.change(desks.two());
        assertThat(change.words())
                .contains(masked(lea.email()), desks.next().address(), Desks.REASON)
                .contains("C’est l’adresse que la personne a demandée elle-même")
                .doesNotContain(lea.email());
        assertThat(desks.approve().words()).contains("Changement approuvé\u00a0: les deux adresses sont prévenues.");

        var old = lea.mailbox().next();
        assertThat(old.subject()).isEqualTo("L’adresse de votre compte Extranet va être changée");
        assertThat(old.text())
                .contains("Annuler le changement", masked(desks.next().address()))
                .doesNotContain(desks.next().address());
        var fresh = desks.next().next();
        assertThat(fresh.subject()).isEqualTo("Confirmez votre nouvelle adresse Extranet");
        assertThat(fresh.text()).contains("Bonjour,").doesNotContain("Léa", "Moreau", lea.email());

        var confirmed = Desks.confirm(house, fresh.link());
        assertThat(confirmed.path()).isEqualTo("/extranet/sign-in");
        assertThat(confirmed.words()).contains("Votre adresse est confirmée.");
        var session = lea.visitor();
        house.bean(ReaddressRound.class).run();
        assertThat(email(lea)).as("not before a day has passed").isEqualTo(lea.email());

        house.bean(MovableClock.class).forward(Duration.ofHours(24));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> email(lea).equals(desks.next().address()));
        assertThat(lea.mailbox().next().subject()).isEqualTo("L’adresse de votre compte Extranet a été changée");
        assertThat(desks.next().next().subject()).isEqualTo("Cette adresse est celle de votre compte Extranet");
        assertThat(session.get("/account").path()).as("sessions are over").isEqualTo("/extranet/sign-in");
        assertThat(house.visitor().get(old.link()).status())
                .as("too late to cancel")
                .isEqualTo(410);
        assertThat(lea.visitor().get("/account").words()).contains(desks.next().address());

        var recover = DeskVisitor.stranger(house, "extranet");
        assertThat(recover.visitor().get(fresh.link()).status()).isEqualTo(410);
        lea.mailbox().isEmpty();
        desks.next().isEmpty();
    }

    /** A glance at a proposal or a change shows an address whole (requirements HD-5). */
    @Test
    void whoLooksAtAProposalOrAChangeIsWrittenDown() {
        var desks = Desks.proposed(house);
        desks.two().get("/desk/changes");
        desks.change(desks.two());
        assertThat(looks(desks.one())).contains("desk_proposal_opened of a holder");
        assertThat(looks(desks.two())).contains("desk_changes_opened of nobody", "desk_change_opened of a holder");
    }

    private List<String> looks(DeskAgent agent) {
        return house.bean(JdbcClient.class)
                .sql("""
                        select what || case when account_id is null then ' of nobody' else ' of a holder' end
                          from audit_event where actor_id = :agent
                        """)
                .param("agent", agent.id().value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void theOldMailboxCancelsItAndBothAreTold() {
        var desks = Desks.proposed(house);
        desks.approve();
        var link = desks.lea().mailbox().next().link();
        Desks.confirm(house, desks.next().next().link());

        var owner = DeskVisitor.stranger(house, "extranet");
        var page = owner.visitor().get(link);
        assertThat(page.heading()).isEqualTo("Annuler le changement d’adresse");
        var unsure = owner.submit(page, Map.of("sure", ""));
        assertThat(unsure.status()).isEqualTo(422);
        assertThat(unsure.page().select("#sure-error").text()).contains("Cochez la case");

        var cancelled = Desks.cancel(house, link);
        assertThat(cancelled.path()).isEqualTo("/extranet/recovery");
        assertThat(cancelled.words()).contains("Le changement d’adresse est annulé.");
        assertThat(desks.lea().mailbox().next().subject())
                .isEqualTo("L’adresse de votre compte Extranet ne change pas");
        assertThat(desks.next().next().subject()).isEqualTo("Changement d’adresse Extranet annulé");

        house.bean(MovableClock.class).forward(Duration.ofHours(25));
        house.bean(ReaddressRound.class).run();
        assertThat(email(desks.lea())).isEqualTo(desks.lea().email());
        assertThat(house.visitor().get(link).status()).isEqualTo(410);
        assertThat(desks.one().signedInAgain().get("/desk/changes").words()).contains("Annulé par le titulaire");
        desks.lea().mailbox().isEmpty();
        desks.next().isEmpty();
    }

    @Test
    void whatNobodyConfirmsDiesAndTheAddressStays() {
        var desks = Desks.proposed(house);
        desks.approve();
        desks.lea().mailbox().next();
        desks.next().next();
        house.bean(MovableClock.class).forward(Duration.ofHours(25));
        house.bean(ReaddressRound.class).run();
        assertThat(state(desks)).as("unconfirmed waits").isEqualTo(State.APPROVED);
        house.bean(MovableClock.class).forward(Duration.ofDays(7));
        house.bean(ReaddressRound.class).run();
        assertThat(email(desks.lea())).isEqualTo(desks.lea().email());
        assertThat(desks.lea().mailbox().next().subject())
                .isEqualTo("L’adresse de votre compte Extranet ne change pas");
        assertThat(desks.next().next().subject()).isEqualTo("Changement d’adresse Extranet annulé");
    }

    @Test
    void aProposalThatNobodyLooksAtDiesQuietlyAndItsRequestIsTheFirstAgentsAgain() {
        var desks = Desks.proposed(house);
        house.bean(MovableClock.class).forward(Duration.ofDays(8));
        house.bean(ReaddressRound.class).run();
        desks.lea().mailbox().isEmpty();
        desks.next().isEmpty();
        var one = desks.one().signedInAgain();
        assertThat(one.get(org.poterne.desk.DeskAgent.at(desks.proposed()))
                        .page()
                        .select("#state")
                        .text())
                .startsWith("Prise en charge");
    }

    @Test
    void theSecondAgentRefusesAndTheFirstHasItInHandAgain() {
        var desks = Desks.proposed(house);
        var refused = desks.two().visitor().press(desks.change(desks.two()), "/refuse");
        assertThat(refused.words()).contains("Changement refusé.");
        var request = desks.one().get(org.poterne.desk.DeskAgent.at(desks.proposed()));
        assertThat(request.page().select("#state").text()).startsWith("Prise en charge");
        assertThat(request.words()).contains("Autre adresse refusée");
        desks.lea().mailbox().isEmpty();
        desks.next().isEmpty();
    }

    @Test
    void aChangeDiesWithTheEstablishmentsItRestsOn() {
        var desks = Desks.proposed(house);
        confirmedBoth(desks);
        var stays = Member.of(house, "extranet", 0).account().id();
        house.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            var memberships = house.bean(Memberships.class);
            desks.lea().establishments().stream().limit(2).forEach(establishment -> {
                memberships.grant(
                        EXTRANET,
                        establishment.id(),
                        stays,
                        memberships
                                .find(
                                        EXTRANET,
                                        establishment.id(),
                                        desks.lea().account().id())
                                .orElseThrow()
                                .rights());
                memberships.end(
                        EXTRANET, establishment.id(), desks.lea().account().id());
            });
        });
        isDeadAfterADay(desks);
    }

    @Test
    void aChangeDiesWhenItsAddressBecomesSomebodyElses() {
        var desks = Desks.proposed(house);
        confirmedBoth(desks);
        house.bean(Accounts.class)
                .addAll(
                        EXTRANET,
                        java.util.List.of(new NewAccount(
                                EmailAddress.parse(desks.next().address()).orElseThrow(), "Paul", "Durand")));
        isDeadAfterADay(desks);
    }

    private void confirmedBoth(Desks desks) {
        desks.approve();
        desks.lea().mailbox().next();
        Desks.confirm(house, desks.next().next().link());
    }

    private void isDeadAfterADay(Desks desks) {
        house.bean(MovableClock.class).forward(Duration.ofHours(24));
        house.bean(ReaddressRound.class).run();
        assertThat(email(desks.lea())).isEqualTo(desks.lea().email());
        assertThat(desks.lea().mailbox().next().subject())
                .isEqualTo("L’adresse de votre compte Extranet ne change pas");
        assertThat(house.bean(Readdresses.class)
                        .underWay(EXTRANET, desks.lea().account().id()))
                .isEmpty();
    }

    private State state(Desks desks) {
        return house.bean(Readdresses.class)
                .underWay(EXTRANET, desks.lea().account().id())
                .map(Readdress::state)
                .orElseThrow();
    }

    private static String email(Member member) {
        Account account = member.account();
        return account.email().given();
    }

    private static String masked(String address) {
        return EmailAddress.parse(address).orElseThrow().masked();
    }
}
