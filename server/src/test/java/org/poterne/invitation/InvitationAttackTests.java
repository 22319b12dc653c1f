package org.poterne.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.house.Hands.allAtOnce;
import static org.poterne.membership.Hotel.EXTRANET;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.audit.AuditEntry;
import org.poterne.audit.AuditLog;
import org.poterne.house.ForgedHost;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.house.ReadLetter;
import org.poterne.house.Seen;
import org.poterne.membership.Hotel;
import org.poterne.membership.Hotel.Employee;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Administrators who want more than they have, links in the wrong hands, and many hands at once (attacks.md 3, 6, 14, 15). */
class InvitationAttackTests {

    private static final House HOUSE = House.open();
    private static final House SECOND = HOUSE.secondNode();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String PASSWORD = "quatorze chaises bleues";

    private final Hotel hotel = Hotel.in(HOUSE);
    private final Mailbox lou = new Mailbox("invited." + COUNT.incrementAndGet() + "@example.org");

    @AfterAll
    static void close() {
        SECOND.close();
    }

    @Test
    void nobodyGrantsARightThatTheyDoNotHoldWhateverTheFormSays() {
        var housekeeper = hotel.employee("reservations", "users").signIn();
        var page = housekeeper.send(path("new"), named());
        assertThat(page.first("input[name=right-finances]").hasAttr("disabled")).isTrue();
        var refused = housekeeper.visitor().submit(page, Map.of("right-reservations", "yes", "right-finances", "yes"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("des droits que vous avez vous-même", "Rien n’a été envoyé");
        assertThat(waiting()).isEmpty();
        lou.isEmpty();
        assertThat(audited(housekeeper)).contains("authz_fail");
    }

    @Test
    void whoeverAdministersNothingFindsNoneOfTheseDoors() {
        var receptionist =
                hotel.employee("reservations", "rates", "reviews", "finances").signIn();
        for (var step : List.of("new", "send")) {
            assertThat(receptionist.post(path(step), named()).status()).as(step).isEqualTo(404);
        }
        assertThat(receptionist.get(path("new")).status()).isEqualTo(404);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void aRightTakenFromTheInviterTakesTheInvitationWithIt() {
        var manager = hotel.administrator();
        var inviter = hotel.administrator().signIn();
        var letter = invited(inviter, "right-finances", "right-users");
        manager.signIn();
        var rights = Map.of("right-users", "yes", "right-reservations", "yes");
        assertThat(manager.post("/users/" + hotel.number() + "/manage/" + inviter.id(), rights)
                        .words())
                .contains("Les droits sont enregistrés");
        assertThat(waiting()).isEmpty();
        assertThat(HOUSE.visitor().get(letter.link()).status()).isEqualTo(410);
        assertThat(inviter.isIn()).as("signed in with the rights of before").isFalse();
    }

    @Test
    void everythingARemovedAdministratorHadPendingDies() {
        var manager = hotel.administrator();
        var inviter = hotel.administrator().signIn();
        var letter = invited(inviter, "right-rates");
        var visitor = HOUSE.visitor();
        var form = visitor.get(letter.link());
        manager.signIn();
        assertThat(manager.post("/users/" + hotel.number() + "/remove/" + inviter.id(), Map.of())
                        .words())
                .contains("L’utilisateur est supprimé");
        assertThat(waiting()).isEmpty();
        assertThat(visitor.submit(form, chosen()).status()).isEqualTo(410);
        assertThat(account()).isEmpty();
        assertThat(inviter.mailbox().next().subject()).isEqualTo("Votre accès à Extranet a changé");
    }

    /** The demotion is written past the events, as a restored database or an operator's hand would. */
    @Test
    void anInvitationGrantsNothingThatItsInviterHasLostSinceByWhateverWay() {
        var inviter = hotel.administrator().signIn();
        var letter = invited(inviter, "right-finances");
        HOUSE.bean(JdbcClient.class)
                .sql("update membership set rights = '{users,reservations}' where account_id = :account")
                .param("account", inviter.id().value())
                .update();
        assertThat(accept(letter).status()).isEqualTo(410);
        assertThat(account()).isEmpty();
    }

    /** attacks.md 2. */
    @ParameterizedTest
    @EnumSource(ForgedHost.class)
    void aForgedHostNeverReachesTheInvitation(ForgedHost forged) {
        var inviter = hotel.administrator().signIn();
        var rights = inviter.send(path("new"), named());
        forged.send(HOUSE, inviter.visitor(), rights, Map.of("right-rates", "yes"), lou);
        lou.isEmpty();
    }

    @Test
    void ofAHundredAcceptancesAtOnceOnTwoNodesOneIsMade() {
        var inviter = hotel.administrator().signIn();
        var letter = invited(inviter, "right-rates");
        var answers = allAtOnce(IntStream.range(0, 100)
                .<Callable<Seen>>mapToObj(number -> () -> {
                    var visitor = node(number).visitor().from("127.0.31." + (1 + number));
                    var form = visitor.get(
                            letter.link().getPath() + "?" + letter.link().getQuery());
                    if (form.status() != 200
                            || form.page().select("input[name=username]").isEmpty()) {
                        return form;
                    }
                    var seen = visitor.submit(form, chosen());
                    while (seen.status() == 503) {
                        seen = visitor.submit(form, chosen());
                    }
                    return seen;
                })
                .toList());
        assertThat(answers).allMatch(seen -> seen.status() < 500);
        assertThat(answers)
                .filteredOn(seen -> seen.words().contains("Votre compte est prêt"))
                .hasSize(1);
        assertThat(hotel.rightsOf(account().getFirst().id()).orElseThrow().names())
                .containsExactly("rates");
        lou.isEmpty();
    }

    @Test
    void ofWithdrawalAndAcceptanceAtOnceOneIsTheOutcome() {
        var inviter = hotel.administrator().signIn();
        for (var round = 0; round < 4; round++) {
            var invitee = new Mailbox("race." + COUNT.incrementAndGet() + "@example.org");
            var letter = invited(inviter, invitee, "right-rates");
            var id = waiting().getFirst().id();
            var visitor = HOUSE.visitor();
            var form = visitor.get(letter.link());
            var answers = allAtOnce(List.<Callable<Seen>>of(
                    () -> visitor.submit(form, chosen()),
                    () -> inviter.post("/invitations/" + hotel.number() + "/" + id + "/withdraw", Map.of())));
            var accepted = answers.getFirst().path().equals("/extranet/sign-in");
            var withdrawn = answers.getLast().status() == 200;
            assertThat(accepted).as("round " + round).isNotEqualTo(withdrawn);
            assertThat(HOUSE.bean(Accounts.class)
                            .findByEmail(
                                    EXTRANET,
                                    EmailAddress.parse(invitee.address()).orElseThrow())
                            .isPresent())
                    .isEqualTo(accepted);
        }
    }

    @Test
    void aLinkIsWorthNothingAtAnotherTenantOrAtAnotherDoor() {
        var letter = invited(hotel.administrator().signIn(), "right-rates");
        var token = letter.link().getQuery();
        assertThat(HOUSE.visitor().get("/agora/invitations/open?" + token).status())
                .isEqualTo(410);
        assertThat(HOUSE.visitor().get("/extranet/recovery/open?" + token).status())
                .isEqualTo(410);
        assertThat(HOUSE.visitor()
                        .get("/extranet/account/email/undo/open?" + token)
                        .status())
                .isEqualTo(410);
        assertThat(HOUSE.visitor().get(letter.link()).status()).isEqualTo(200);
    }

    @Test
    void anInvitationOfAnotherEstablishmentIsNone() {
        var other = Hotel.in(HOUSE);
        var stranger = other.administrator().signIn();
        invited(hotel.administrator().signIn(), "right-rates");
        var id = waiting().getFirst().id();
        for (var deed : List.of("resend", "withdraw")) {
            assertThat(stranger.post("/invitations/" + other.number() + "/" + id + "/" + deed, Map.of())
                            .status())
                    .isEqualTo(404);
            assertThat(stranger.post("/invitations/" + hotel.number() + "/" + id + "/" + deed, Map.of())
                            .status())
                    .isEqualTo(404);
        }
        assertThat(stranger.post("/invitations/received/" + id, Map.of()).status())
                .isEqualTo(410);
        assertThat(waiting()).hasSize(1);
        lou.isEmpty();
    }

    @Test
    void aKnownAndAnUnknownAddressAreInvitedAlike() {
        var inviter = hotel.administrator().signIn();
        var known = Hotel.somebody(HOUSE);
        var answers = new ArrayList<String>();
        for (var email : List.of(known.email(), lou.address())) {
            var rights = inviter.send(path("new"), Map.of("given-name", "X", "family-name", "Y", "email", email));
            var sent = inviter.visitor().submit(rights, Map.of("right-rates", "yes"));
            assertThat(sent.status()).isEqualTo(200);
            var row = sent.page()
                    .select("li:has(.address:containsOwn(" + email + "))")
                    .html();
            answers.add(
                    row.replace(email, "").replaceAll("value=\"[^\"]*\"", "").replaceAll("[0-9a-f-]{36}", ""));
        }
        assertThat(answers.getFirst()).isNotEmpty().isEqualTo(answers.getLast());
        known.mailbox().next();
        lou.next();
    }

    /** No page and no answer holds the secret: not even for whoever invited (CVE-2026-16072). */
    @Test
    void noAdministratorEverReadsTheLink() {
        var inviter = hotel.administrator().signIn();
        var letter = invited(inviter, "right-rates");
        var token = letter.link().getQuery().replace("token=", "");
        for (var page : List.of("/users/" + hotel.number(), path("new"), "/account/activity", "/")) {
            assertThat(inviter.get(page).body()).as(page).doesNotContain(token);
        }
        var kept = HOUSE.bean(JdbcClient.class)
                .sql("select t::text from invitation as t where email = :email")
                .param("email", lou.address())
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain(token);
    }

    @Test
    void lettersToOneAddressAreCountedWhoeverSendsThem() {
        var inviter = hotel.administrator().signIn();
        invited(inviter, "right-rates");
        var id = waiting().getFirst().id();
        var statuses = IntStream.range(0, 7)
                .mapToObj(_ -> inviter.post("/invitations/" + hotel.number() + "/" + id + "/resend", Map.of())
                        .status())
                .toList();
        assertThat(statuses).startsWith(200, 200, 200, 200).endsWith(429, 429, 429);
    }

    @Test
    void opensAndFormsOfScannersAcceptNothing() {
        var letter = invited(hotel.administrator().signIn(), "right-rates");
        var scanner = HOUSE.visitor();
        for (var time = 0; time < 3; time++) {
            scanner.peek("HEAD", letter.link());
            var page = scanner.get(letter.link());
            assertThat(scanner.submit(page, Map.of()).status()).isEqualTo(422);
        }
        assertThat(account()).isEmpty();
        assertThat(accept(letter).path()).isEqualTo("/extranet/sign-in");
    }

    private ReadLetter invited(Employee inviter, String... rights) {
        return invited(inviter, lou, rights);
    }

    private ReadLetter invited(Employee inviter, Mailbox invitee, String... rights) {
        var page = inviter.send(
                path("new"), Map.of("given-name", "Lou", "family-name", "Moreau", "email", invitee.address()));
        var ticked = new LinkedHashMap<String, String>();
        List.of(rights).forEach(right -> ticked.put(right, "yes"));
        assertThat(inviter.visitor().submit(page, ticked).words()).contains("L’invitation est envoyée");
        return invitee.next();
    }

    private static Seen accept(ReadLetter letter) {
        var visitor = HOUSE.visitor();
        var page = visitor.get(letter.link());
        return page.status() == 200 ? visitor.submit(page, chosen()) : page;
    }

    private static Map<String, String> chosen() {
        return Map.of("username", "lou." + COUNT.incrementAndGet(), "password", PASSWORD, "confirmation", PASSWORD);
    }

    private Map<String, String> named() {
        return Map.of("given-name", "Lou", "family-name", "Moreau", "email", lou.address());
    }

    private List<Invitation> waiting() {
        return HOUSE.bean(Invitations.class)
                .pendingAt(EXTRANET, hotel.establishment().id());
    }

    private List<Account> account() {
        return HOUSE
                .bean(Accounts.class)
                .findByEmail(EXTRANET, EmailAddress.parse(lou.address()).orElseThrow())
                .stream()
                .toList();
    }

    private static List<String> audited(Employee employee) {
        return HOUSE.bean(AuditLog.class).of(EXTRANET, employee.id(), 50).stream()
                .map(AuditEntry::what)
                .toList();
    }

    private String path(String step) {
        return "/invitations/" + hotel.number() + "/" + step;
    }

    private static House node(int number) {
        return List.of(HOUSE, SECOND).get(number % 2);
    }
}
