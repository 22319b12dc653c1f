package org.poterne.unbinding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.poterne.agent.Agents;
import org.poterne.authenticator.Phone;
import org.poterne.desk.DeskAgent;
import org.poterne.desk.Member;
import org.poterne.factor.Factor;
import org.poterne.factor.Factors;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.house.MovableClock;
import org.poterne.passkey.KeyHolder;
import org.poterne.totp.AppHolder;
import org.poterne.unbinding.Unbinding.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody has lost every second factor: from a call to the desk to the next sign-in, and the ways it may end before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnbindingFlowTests {

    private static final String STAY = "Les deuxièmes facteurs de votre compte Le Trousseau restent en place";
    private static final String GONE = "Les deuxièmes facteurs de votre compte Le Trousseau ont été retirés";

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
    void twoAgentsAndADayBringBackWhoeverHasLostEverything() {
        var lea = Member.of(house, Lost.TENANT, 0);
        var browser = lea.visitor().visitor();
        var app = AppHolder.setUp(house, Lost.person(lea), browser).phone();
        browser.submit(browser.get("/trousseau/account/recoverycode"), Map.of());
        var phone = Phone.enrol(house, browser, Lost.person(lea));
        var key = new KeyHolder(house, Lost.person(lea), browser).add("Clé");
        for (var letter = 0; letter < 4; letter++) {
            assertThat(lea.mailbox().next().subject()).contains("a été ajouté");
        }
        assertThat(held(lea)).containsExactly("approval", "passkey", "totp", "recoverycode");

        var lost = Lost.proposed(house, lea, app, browser);
        lea.mailbox().isEmpty();
        var page = lost.page(lost.two());
        assertThat(page.first("#held").text()).contains("Authentificateur", "Clé", "Application", "Codes de secours");
        assertThat(page.words()).contains(Lost.REASON).doesNotContain(lea.email());
        assertThat(lost.two().get("/desk/changes").page().select("#unbindings a"))
                .isNotEmpty();
        assertThat(lost.approve().words())
                .contains("Retrait approuvé\u00a0: toutes les adresses du compte sont prévenues.");
        var announced = lea.mailbox().next();
        assertThat(announced.subject())
                .isEqualTo("Les deuxièmes facteurs de votre compte Le Trousseau vont être retirés");
        var thief = house.visitor();
        house.bean(MovableClock.class).forward(Duration.ofHours(23).plusMinutes(55));
        var question = lost.password(thief);
        house.bean(UnbindingRound.class).run();
        assertThat(held(lea)).as("not before a day has passed").hasSize(4);
        assertThat(question.path()).startsWith("/trousseau/sign-in/");

        var session = signedInElsewhere(lea);
        house.bean(MovableClock.class).forward(Duration.ofMinutes(6));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> held(lea).isEmpty());
        assertThat(lea.mailbox().next().subject()).isEqualTo(GONE);
        assertThat(open(session)).as("sessions are over").isFalse();
        assertThat(thief.get(question.path()).path())
                .as("whoever was at the question begins anew")
                .isEqualTo("/trousseau/sign-in");
        assertThat(phone.call("state", Map.of()).path("outcome").stringValue()).isEqualTo("revoked");
        var keyAlone = new KeyHolder(house, Lost.person(lea), house.visitor());
        assertThat(keyAlone.enterWith(key).path())
                .as("the passkey opens nothing")
                .isNotEqualTo("/trousseau/");
        assertThat(house.visitor().get(announced.link()).status())
                .as("too late to cancel")
                .isEqualTo(410);

        var back = house.visitor();
        var home = lost.password(back);
        assertThat(home.path()).isEqualTo("/trousseau/");
        assertThat(home.words()).contains("Le Trousseau demande à chacun un deuxième facteur, et vous n’en avez pas");
        assertThat(back.get(home.first("#factor-missing a").attr("href")).path())
                .isEqualTo("/trousseau/account/factors");
        AppHolder.setUp(house, Lost.person(lea), back);
        lea.mailbox().next();
        assertThat(held(lea)).containsExactly("totp");
        assertThat(back.get("/trousseau/account/activity").words())
                .contains("Vos deuxièmes facteurs ont été retirés par l’assistance");
        assertThat(audited(lost))
                .containsOnlyOnce("desk_unbinding_proposed", "desk_unbinding_approved", "desk_unbinding_made")
                .doesNotContain("authn_factor_unbound");
        lea.mailbox().isEmpty();
    }

    /** A phone that the desk revoked is missed at the door: it is among what is lost. */
    @Test
    void aMissedPhoneIsAskedForNoMore() {
        var lea = Member.of(house, Lost.TENANT, 0);
        var browser = lea.visitor().visitor();
        Phone.enrol(house, browser, Lost.person(lea));
        lea.mailbox().next();
        var agent = DeskAgent.at(house, Lost.TENANT);
        agent.visitor().press(agent.sheetOf(lea), "/phone");
        lea.mailbox().next();
        assertThat(AppHolder.signIn(house.visitor(), Lost.person(lea), Member.PASSWORD)
                        .path())
                .isEqualTo("/trousseau/sign-in/approval");

        var sheet = agent.sheetOf(lea);
        var form = agent.get(DeskAgent.at(sheet) + "/sheet/unbinding");
        agent.visitor().submit(form, Map.of("reason", Lost.REASON));
        var two = DeskAgent.at(house, Lost.TENANT);
        var unbinding = house.bean(Unbindings.class)
                .underWay(Lost.ID, lea.account().id())
                .orElseThrow();
        two.visitor().press(two.get("/desk/unbindings/" + unbinding.id()), "/approve");
        lea.mailbox().next();
        aDayLater();
        assertThat(lea.mailbox().next().subject()).isEqualTo(GONE);
        assertThat(AppHolder.signIn(house.visitor(), Lost.person(lea), Member.PASSWORD)
                        .path())
                .isEqualTo("/trousseau/");
    }

    @Test
    void aPressedButtonCancelsItForGood() {
        var lost = Lost.proposed(house);
        var link = lost.approved();
        var unbinding = lost.unbinding();
        var page = house.visitor().get(link);
        assertThat(page.heading()).isEqualTo("Garder mes deuxièmes facteurs");
        var cancelled = Lost.cancel(house, link);
        assertThat(cancelled.path()).isEqualTo("/trousseau/recovery");
        assertThat(cancelled.words()).contains("Le retrait est annulé");
        assertThat(lost.mailbox().next().subject()).isEqualTo(STAY);
        assertThat(house.visitor().get(link).status()).as("a link works once").isEqualTo(410);

        aDayLater();
        assertThat(held(lost.lea())).containsExactly("totp");
        assertThat(lost.state(unbinding)).isEqualTo(State.CANCELLED);
        assertThat(audited(lost)).contains("desk_unbinding_cancelled").doesNotContain("desk_unbinding_made");
        assertThat(lost.one().signedInAgain().get("/desk/changes").words()).contains("Annulé par le titulaire");
        lost.mailbox().isEmpty();
    }

    @Test
    void whoeverComesInWithAFactorHasNotLostThem() {
        var lost = Lost.proposed(house);
        lost.approved();
        var unbinding = lost.unbinding();
        house.bean(MovableClock.class).forward(Duration.ofHours(20));
        assertThat(lost.signIn(house.visitor()).path()).isEqualTo("/trousseau/");
        assertThat(lost.state(unbinding)).isEqualTo(State.RETURNED);
        var letter = lost.mailbox().next();
        assertThat(letter.subject()).isEqualTo(STAY);
        assertThat(letter.text()).contains("Quelqu’un vient de se connecter avec l’un de vos deuxièmes facteurs");

        aDayLater();
        assertThat(held(lost.lea())).containsExactly("totp");
        assertThat(lost.two().signedInAgain().get("/desk/changes").words())
                .contains("la personne s’est connectée avec l’un d’eux");
        assertThat(audited(lost)).contains("desk_unbinding_returned");
        lost.mailbox().isEmpty();
    }

    /** The password alone is no return: whoever guesses it must not be able to keep the owner outside. */
    @Test
    void thePasswordAloneEndsNothing() {
        var lost = Lost.proposed(house);
        lost.approved();
        lost.password(house.visitor());
        assertThat(lost.unbinding().state()).isEqualTo(State.APPROVED);
    }

    @Test
    void aReturnBeforeTheApprovalIsToldToNobodyAndItsRequestIsTheFirstAgentsAgain() {
        var lost = Lost.proposed(house);
        var unbinding = lost.unbinding();
        lost.signIn(house.visitor());
        assertThat(lost.state(unbinding)).isEqualTo(State.RETURNED);
        assertThat(lost.one().get(DeskAgent.at(lost.proposed())).first("#state").text())
                .startsWith("Prise en charge");
        lost.mailbox().isEmpty();
    }

    @Test
    void aProposalThatNobodyLooksAtDiesQuietly() {
        var lost = Lost.proposed(house);
        var unbinding = lost.unbinding();
        house.bean(MovableClock.class).forward(Duration.ofDays(8));
        house.bean(UnbindingRound.class).run();
        assertThat(lost.state(unbinding)).isEqualTo(State.DEAD);
        assertThat(held(lost.lea())).containsExactly("totp");
        lost.mailbox().isEmpty();
    }

    @Test
    void theSecondAgentRefusesAndTheFirstHasItInHandAgain() {
        var lost = Lost.proposed(house);
        var unbinding = lost.unbinding();
        var refused = lost.two().visitor().press(lost.page(lost.two()), "/refuse");
        assertThat(refused.words()).contains("Retrait refusé.");
        var request = lost.one().get(DeskAgent.at(lost.proposed()));
        assertThat(request.first("#state").text()).startsWith("Prise en charge");
        assertThat(request.words()).contains("Retrait des deuxièmes facteurs refusé");
        assertThat(lost.state(unbinding)).isEqualTo(State.REFUSED);
        lost.mailbox().isEmpty();
    }

    /** Whoever stole the account has perhaps brought its address: the earlier one is told, and has a link of its own. */
    @Test
    void anAddressThatWasTheAccountsUntilLatelyIsToldAndMayCancel() {
        var lost = Lost.proposed(house);
        var unbinding = lost.unbinding();
        var earlier = Member.freshMailbox();
        changedFrom(lost, earlier);
        lost.approve();
        lost.mailbox().next();
        var letter = earlier.next();
        assertThat(letter.subject()).contains("vont être retirés");
        Lost.cancel(house, letter.link());
        assertThat(lost.state(unbinding)).isEqualTo(State.CANCELLED);
        assertThat(lost.mailbox().next().subject()).isEqualTo(STAY);
        assertThat(earlier.next().subject()).isEqualTo(STAY);
        lost.mailbox().isEmpty();
        earlier.isEmpty();
    }

    private void changedFrom(Lost lost, Mailbox earlier) {
        house.bean(JdbcClient.class)
                .sql("""
                        insert into email_change (tenant_id, id, account_id, old_email, new_email, state, expires_at)
                        values ('trousseau', :id, :account, :old, :new, 'made', :expires)
                        """)
                .param("id", UUID.randomUUID())
                .param("account", lost.account().value())
                .param("old", earlier.address())
                .param("new", lost.lea().email())
                .param(
                        "expires",
                        house.bean(MovableClock.class)
                                .instant()
                                .plus(Duration.ofDays(5))
                                .atOffset(ZoneOffset.UTC))
                .update();
    }

    /** While the post is down nobody can cancel: the day begins with the letter, and again with each one. */
    @Test
    void theDayBeginsWhenTheLetterIsWritten() {
        var lost = Lost.proposed(house);
        lost.approved();
        var unbinding = lost.unbinding();
        sql("update unbinding_notice set told = false where unbinding_id = :id", unbinding.id());
        aDayLater();
        assertThat(lost.state(unbinding)).as("nobody was told").isEqualTo(State.APPROVED);
        var notice = house.bean(Notices.class).of(Lost.ID, unbinding.id()).getFirst();
        house.bean(Announcing.class).announce(Lost.ID, notice);
        house.bean(MovableClock.class).forward(Duration.ofHours(23));
        house.bean(UnbindingRound.class).run();
        assertThat(lost.state(unbinding)).as("told a moment ago").isEqualTo(State.APPROVED);
        aDayLater();
        assertThat(lost.state(unbinding)).isEqualTo(State.MADE);
    }

    @Test
    void itDiesWithAnotherAddress() {
        var lost = Lost.proposed(house);
        lost.approved();
        sql(
                "update account set email = 'x' || email, email_canonical = 'x' || email_canonical where id = :id",
                lost.account().value());
        isDeadAfterADay(lost);
    }

    @Test
    void itDiesWhenItsHolderIsMadeAnAgent() {
        var lost = Lost.proposed(house);
        lost.approved();
        house.bean(Agents.class).appoint(Lost.ID, lost.account());
        isDeadAfterADay(lost);
        assertThat(lost.mailbox().next().subject()).isEqualTo(STAY);
    }

    @Test
    void itEndsWithItsApprover() {
        var lost = Lost.proposed(house);
        lost.approved();
        var unbinding = lost.unbinding();
        house.bean(Agents.class).dismiss(Lost.ID, lost.two().id());
        assertThat(lost.state(unbinding)).isEqualTo(State.DEAD);
        assertThat(lost.mailbox().next().subject()).isEqualTo(STAY);
    }

    private void isDeadAfterADay(Lost lost) {
        var unbinding = lost.unbinding();
        aDayLater();
        assertThat(lost.state(unbinding)).isEqualTo(State.DEAD);
        assertThat(held(lost.lea())).containsExactly("totp");
    }

    private void aDayLater() {
        house.bean(MovableClock.class).forward(Duration.ofHours(24).plusMinutes(1));
        house.bean(UnbindingRound.class).run();
    }

    private List<String> held(Member member) {
        return house.bean(Factors.class).held(Lost.ID, member.account().id()).stream()
                .map(Factor::name)
                .toList();
    }

    private List<String> audited(Lost lost) {
        return house.bean(JdbcClient.class)
                .sql("select what from audit_event where account_id = :account")
                .param("account", lost.account().value())
                .query((row, _) -> row.getString("what"))
                .list();
    }

    /** A session of before, as a forgotten computer has it. */
    private UUID signedInElsewhere(Member lea) {
        var id = UUID.randomUUID();
        sql("""
                insert into session (tenant_id, digest, id, account_id, opened_at, seen_at, ends_at, browser, from_address)
                select 'trousseau', decode(replace(:id::text, '-', ''), 'hex'), :id, '%s', now(), now(),
                       now() + interval '10 years', '', ''
                """.formatted(lea.account().id()), id);
        return id;
    }

    private boolean open(UUID session) {
        return house.bean(JdbcClient.class)
                .sql("select exists (select from session where id = :id)")
                .param("id", session)
                .query(Boolean.class)
                .single();
    }

    private void sql(String statement, UUID id) {
        house.bean(JdbcClient.class).sql(statement).param("id", id).update();
    }
}
