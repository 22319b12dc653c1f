package org.poterne.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.house.Hands.allAtOnce;
import static org.poterne.membership.Hotel.EXTRANET;
import static org.poterne.membership.Hotel.PASSWORD;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.poterne.account.Accounts;
import org.poterne.agent.Agents;
import org.poterne.audit.AuditEntry;
import org.poterne.audit.AuditLog;
import org.poterne.house.House;
import org.poterne.house.Seen;
import org.poterne.membership.Hotel;
import org.poterne.membership.Hotel.Employee;

/** The list of an establishment's people, their rights, and the end of their access. */
class UsersFlowTests {

    private static final House HOUSE = House.open();
    private static final House SECOND = HOUSE.secondNode();

    private final Hotel hotel = Hotel.in(HOUSE);
    private final Employee manager = hotel.administrator().signIn();

    @AfterAll
    static void close() {
        SECOND.close();
    }

    @Test
    void whoeverAdministersSeesWhoHasAccessWithWhichRightsAndHowTheyStand() {
        var waiter = hotel.employee("reservations");
        var locked = hotel.employee("reviews");
        for (var guess = 0; guess < 5; guess++) {
            locked.signIn("faux " + guess);
        }
        var list = manager.get("/users").page();
        assertThat(list.select("h1").text()).isEqualTo("Utilisateurs");
        assertThat(row(list.html(), manager)).contains("C’est vous", "Actif");
        assertThat(row(list.html(), waiter)).contains("Réservations", "Actif", "Gérer");
        assertThat(row(list.html(), locked)).contains("Avis des clients", "Bloqué", "Gérer");
    }

    @Test
    void aSearchFindsPartsOfNamesAndAddressesWhateverTheirCaseAndAccents() {
        var waiter = hotel.employee("reservations");
        var found = manager.get(
                "/users/" + hotel.number() + "?search=" + waiter.email().toUpperCase(Locale.ROOT));
        assertThat(found.page().select(".people > li")).hasSize(1);
        assertThat(found.words()).contains("Un utilisateur trouvé.");
        assertThat(manager.get("/users/" + hotel.number() + "?search=p%C3%A9tit")
                        .page()
                        .select(".people > li"))
                .hasSize(2);
        assertThat(manager.get("/users/" + hotel.number() + "?search=personne").words())
                .contains("Aucun utilisateur trouvé.");
    }

    @Test
    void rightsAreSavedAndWhoeverLosesOneIsSignedOutAtOnce() {
        var waiter = hotel.employee("reservations", "reviews").signIn();
        var saved = manager.send(manage(waiter), Map.of("right-finances", "yes"));
        assertThat(saved.words()).contains("Les droits sont enregistrés.");
        assertThat(rights(waiter)).containsExactlyInAnyOrder("reservations", "reviews", "finances");
        assertThat(waiter.isIn()).as("signed in, with more rights than before").isTrue();

        manager.post(manage(waiter), Map.of("right-finances", "yes"));
        assertThat(rights(waiter)).containsExactly("finances");
        assertThat(waiter.isIn()).isFalse();
        assertThat(events(waiter)).contains("user_rights_changed");
    }

    @Test
    void nobodyGivesOrTakesARightThatTheyDoNotHold() {
        var waiter = hotel.employee("reservations", "finances");
        var junior = hotel.employee("reservations", "users").signIn();
        assertThat(junior.post(manage(waiter), Map.of("right-rates", "yes", "right-reservations", "yes"))
                        .status())
                .isEqualTo(422);
        assertThat(rights(waiter)).containsExactlyInAnyOrder("reservations", "finances");
        assertThat(junior.post(manage(waiter), Map.of()).words()).contains("Les droits sont enregistrés.");
        assertThat(rights(waiter))
                .as("what junior may take is taken, the rest stays")
                .containsExactly("finances");
        assertThat(events(junior)).contains("authz_fail");
    }

    @Test
    void whoeverIsDeletedIsOutAtOnceIsToldAndTheirUsernameIsGone() {
        var waiter = hotel.employee("reservations").signIn();
        var sure = manager.get("/users/" + hotel.number() + "/remove/" + waiter.id());
        assertThat(sure.words())
                .contains(
                        "ses connexions ouvertes sont fermées",
                        "son identifiant, son mot de passe et ses informations sont effacés");
        assertThat(manager.visitor().submit(sure, Map.of()).words()).contains("L’utilisateur est supprimé.");
        assertThat(waiter.isIn()).isFalse();
        assertThat(waiter.signIn(PASSWORD).status()).isEqualTo(422);
        assertThat(HOUSE.bean(Accounts.class).find(EXTRANET, waiter.id())).isEmpty();
        assertThat(waiter.mailbox().next().text().replaceAll("\\s+", " "))
                .contains("a mis fin à votre accès à celui-ci sur Extranet");
        waiter.mailbox().isEmpty();
    }

    @Test
    void whoeverHasAccessElsewhereKeepsItAndSignsInAgain() {
        var other = Hotel.in(HOUSE);
        var waiter = hotel.employee("reservations");
        other.join(waiter, "reviews");
        waiter.signIn();
        manager.post("/users/" + hotel.number() + "/remove/" + waiter.id(), Map.of());
        assertThat(waiter.isIn()).isFalse();
        waiter.signIn();
        assertThat(waiter.get("/").words())
                .contains(other.establishment().name())
                .doesNotContain(hotel.establishment().name());
        assertThat(waiter.get("/establishments/" + hotel.number()).status()).isEqualTo(404);
        assertThat(waiter.mailbox().next().subject()).isEqualTo("Votre accès à Extranet a changé");
    }

    @Test
    void anAgentOfTheDeskKeepsTheirAccountWhateverAnEstablishmentTakes() {
        var agent = hotel.employee("reservations");
        HOUSE.bean(Agents.class).appoint(EXTRANET, agent.id());
        manager.post("/users/" + hotel.number() + "/remove/" + agent.id(), Map.of());
        assertThat(hotel.rightsOf(agent)).isEmpty();
        assertThat(HOUSE.bean(Accounts.class).find(EXTRANET, agent.id())).isPresent();
    }

    @Test
    void nobodyRemovesSomebodyWhoHoldsMore() {
        var junior = hotel.employee("reservations", "users").signIn();
        var refused = junior.post("/users/" + hotel.number() + "/remove/" + manager.id(), Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("des droits que vous n’avez pas");
        assertThat(hotel.rightsOf(manager)).isPresent();
    }

    /** The least of the administrators does not overthrow the others, whose rights nobody could give any more. */
    @Test
    void nobodyDemotesAnAdministratorWhoHoldsMore() {
        var junior = hotel.employee("reservations", "users").signIn();
        var refused = junior.post(manage(manager), Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(rights(manager)).hasSize(5);
        assertThat(manager.isIn()).isTrue();
    }

    @Test
    void nobodyDecidesAboutThemselves() {
        hotel.administrator();
        assertThat(manager.get(manage(manager)).status()).isEqualTo(404);
        assertThat(manager.post(manage(manager), Map.of()).status()).isEqualTo(404);
        assertThat(manager.post("/users/" + hotel.number() + "/remove/" + manager.id(), Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(rights(manager)).hasSize(5);
    }

    @Test
    void theLastAdministratorCannotDeleteTheirAccountAndIsToldWhatToDo() {
        var page = manager.get("/account/delete");
        assertThat(page.words()).contains("la dernière personne à administrer un établissement");
        assertThat(page.page().select("main form")).isEmpty();
        assertThat(manager.post("/account/delete", Map.of("current", PASSWORD)).status())
                .isEqualTo(422);
        hotel.administrator();
        assertThat(manager.post("/account/delete", Map.of("current", PASSWORD)).words())
                .contains("Votre compte est supprimé");
        manager.mailbox().next();
    }

    /** Two administrators remove each other, or leave, at the same moment on two nodes: one stays. */
    @Test
    void ofTwoAdministratorsWhoRemoveEachOtherAtOnceOneStays() {
        for (var round = 0; round < 6; round++) {
            var inn = Hotel.in(HOUSE);
            var one = inn.administrator().signIn();
            var other = inn.administrator().signIn().at(SECOND);
            var answers = allAtOnce(List.<Callable<Seen>>of(
                    () -> one.post("/users/" + inn.number() + "/remove/" + other.id(), Map.of()),
                    () -> other.post("/users/" + inn.number() + "/remove/" + one.id(), Map.of())));
            assertThat(answers).allMatch(seen -> seen.status() < 500);
            assertThat(IntStream.of(
                                    inn.rightsOf(one).isPresent() ? 1 : 0,
                                    inn.rightsOf(other).isPresent() ? 1 : 0)
                            .sum())
                    .as("administrators left in round " + round)
                    .isEqualTo(1);
        }
    }

    @Test
    void anAdministratorDemotedByAnotherWhoDeletesTheirOwnAccountLeavesSomebody() {
        for (var round = 0; round < 4; round++) {
            var inn = Hotel.in(HOUSE);
            var one = inn.administrator().signIn();
            var two = inn.administrator().signIn();
            allAtOnce(List.<Callable<Seen>>of(
                    () -> one.post("/users/" + inn.number() + "/manage/" + two.id(), Map.of("right-reviews", "yes")),
                    () -> one.post("/account/delete", Map.of("current", PASSWORD))));
            var administrators = Stream.of(one, two)
                    .filter(somebody -> inn.rightsOf(somebody)
                            .filter(rights -> rights.names().contains("users"))
                            .isPresent())
                    .count();
            assertThat(administrators).as("round " + round).isEqualTo(1);
        }
    }

    /** GDPR art. 15: access is personal data too. */
    @Test
    void theCopyOfOnesDataNamesEstablishmentsAndRights() {
        var copy = manager.send("/account/export", Map.of()).body();
        assertThat(copy)
                .contains(
                        "\"number\":\"" + hotel.number() + "\"",
                        hotel.establishment().name(),
                        "\"finances\"");
    }

    @Test
    void aLongListComesInPages() {
        IntStream.range(0, 60).forEach(_ -> hotel.member("reviews"));
        assertThat(manager.get("/users/" + hotel.number() + "?page=99999").status())
                .isEqualTo(200);
        assertThat(manager.get("/users/" + hotel.number() + "?page=abc").page().select(".people > li"))
                .hasSize(50);
    }

    private String manage(Employee somebody) {
        return "/users/" + hotel.number() + "/manage/" + somebody.id();
    }

    private Set<String> rights(Employee somebody) {
        return hotel.rightsOf(somebody).orElseThrow().names();
    }

    private static List<String> events(Employee somebody) {
        return HOUSE.bean(AuditLog.class).of(EXTRANET, somebody.id(), 50).stream()
                .map(AuditEntry::what)
                .toList();
    }

    private static String row(String list, Employee somebody) {
        return Jsoup.parse(list)
                .select(".people > li:has(.address:containsOwn(" + somebody.email() + "))")
                .text();
    }
}
