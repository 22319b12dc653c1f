package org.poterne.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.house.Hands.allAtOnce;
import static org.poterne.membership.Hotel.EXTRANET;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.house.Seen;
import org.poterne.membership.Hotel;
import org.poterne.membership.Hotel.Employee;
import org.springframework.jdbc.core.simple.JdbcClient;

/** "Utilisateur existant": from one establishment's administrator to the other's, and to the user who gets access. */
class AccessFlowTests {

    private static final House HOUSE = House.open();

    private final Hotel here = Hotel.in(HOUSE);
    private final Hotel there = Hotel.in(HOUSE);
    private final Employee asking = here.administrator().signIn();
    private final Employee answering = there.administrator().signIn();

    @Test
    void anEstablishmentThatAcceptsGivesAccessAndTheUserChoosesItAtHome() {
        var waiter = here.employee("reservations").signIn();
        var sent = ask(waiter, there.number(), there.email(), "right-reservations", "right-rates");
        assertThat(sent.path()).isEqualTo("/extranet/users/" + here.number());
        assertThat(sent.words()).contains("dès que celui-ci aura accepté l’invitation", "En attente");

        var letter = answering.mailbox().next();
        assertThat(letter.subject())
                .isEqualTo("Une demande d’accès à " + there.establishment().name() + " vous attend");
        var question = question();
        assertThat(question.words())
                .contains(waiter.email(), here.establishment().name(), "Réservations et Tarifs");
        var accepted = answering.visitor().submit(question, Map.of());
        assertThat(accepted.words()).contains("Accès accepté", waiter.email());

        assertThat(there.rightsOf(waiter).orElseThrow().names()).containsExactlyInAnyOrder("reservations", "rates");
        assertThat(waiter.mailbox().next().text())
                .contains(there.establishment().name(), there.number());
        var home = waiter.get("/");
        assertThat(home.words())
                .contains(
                        "Choisissez un établissement",
                        here.establishment().name(),
                        there.establishment().name());
        assertThat(waiter.get("/establishments/" + there.number()).words()).contains("Tarifs");
        assertThat(asking.get("/users/" + here.number()).words()).doesNotContain("En attente");
        quiet(waiter);
    }

    @Test
    void anEstablishmentThatRefusesGivesNothingAndTheAskerSeesIt() {
        ask(asking, there.number(), there.email(), "right-reviews");
        answering.mailbox().next();
        var id = question().form().attr("action").replaceAll(".*/requests/([^/]+)/accept", "$1");
        assertThat(answering
                        .post("/access/" + there.number() + "/requests/" + id + "/refuse", Map.of())
                        .words())
                .contains("Demande refusée");
        assertThat(there.rightsOf(asking)).isEmpty();
        assertThat(asking.get("/users/" + here.number()).words()).contains("Refusée");
        quiet();
    }

    @Test
    void whatIsMissingOrMalformedIsToldAndNothingTypedIsLost() {
        var page = asking.send(path("new"), Map.of("number", "né 12", "email", ""));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.words()).contains("Cet identifiant ne convient pas", "Renseignez l’adresse e-mail");
        assertThat(page.first("#number").attr("value")).isEqualTo("né 12");
        var rights = asking.send(path("new"), Map.of("number", there.number(), "email", there.email()));
        assertThat(asking.visitor().submit(rights, Map.of()).words()).contains("Sélectionnez au moins un droit.");
    }

    /** Byte for byte, from the first form to the list, but for what was typed and what is random (DA-4). */
    @Test
    void anEstablishmentThatDoesNotExistIsAnsweredAsOneThatDoes() {
        var typed = List.of(
                List.of(there.number(), there.email()),
                List.of("9" + there.number(), there.email()),
                List.of(there.number(), "9" + there.email()));
        var answers = new ArrayList<List<String>>();
        for (var pair : typed) {
            var somebody = here.administrator().signIn();
            var rights = somebody.send(path("new"), Map.of("number", pair.getFirst(), "email", pair.getLast()));
            var sent = somebody.visitor().submit(rights, Map.of("right-reviews", "yes"));
            answers.add(List.of(
                    String.valueOf(rights.status()),
                    bare(rights.form().html(), pair),
                    String.valueOf(sent.status()),
                    sent.path(),
                    bare(sent.first("ul:has(.state-waiting) > li:last-child").html(), pair)));
        }
        assertThat(answers.get(1)).isEqualTo(answers.getFirst());
        assertThat(answers.get(2)).isEqualTo(answers.getFirst());
        answering.mailbox().next();
        quiet();
    }

    @Test
    void nobodyGivesMoreThanTheyHold() {
        ask(asking, there.number(), there.email(), "right-finances");
        answering.mailbox().next();
        var junior = there.employee("reservations", "users").signIn();
        var id = id();
        var refused = junior.post("/access/" + there.number() + "/requests/" + id + "/accept", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("des droits que vous avez vous-même");
        assertThat(there.rightsOf(asking)).isEmpty();
        assertThat(answering
                        .post("/access/" + there.number() + "/requests/" + id + "/accept", Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatARemovedAdministratorHadAskedForDies() {
        var leaving = here.administrator().signIn();
        ask(leaving, there.number(), there.email(), "right-reviews");
        answering.mailbox().next();
        var id = id();
        asking.post("/users/" + here.number() + "/remove/" + leaving.id(), Map.of());
        assertThat(answering
                        .post("/access/" + there.number() + "/requests/" + id + "/accept", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(there.rightsOf(leaving)).isEmpty();
    }

    @Test
    void onlyOnesOwnPeopleAreAskedForAndOnlyOnesOwnRequestsWithdrawn() {
        var stranger = there.employee("reviews");
        var wish =
                new LinkedHashMap<>(Map.of("number", there.number(), "email", there.email(), "right-reviews", "yes"));
        wish.put("user", stranger.id().toString());
        assertThat(asking.post(path("send"), wish).status()).isEqualTo(404);
        ask(asking, there.number(), there.email(), "right-reviews");
        answering.mailbox().next();
        var id = id();
        assertThat(answering
                        .post("/access/" + there.number() + "/requests/" + id + "/withdraw", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(asking.post("/access/" + here.number() + "/requests/" + id + "/accept", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(asking.post("/access/" + here.number() + "/requests/" + id + "/withdraw", Map.of())
                        .words())
                .contains("L’invitation est retirée");
        assertThat(answering
                        .post("/access/" + there.number() + "/requests/" + id + "/accept", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(there.rightsOf(asking)).isEmpty();
    }

    @Test
    void ofTwentyAnswersAtOnceOneIsGiven() {
        ask(asking, there.number(), there.email(), "right-reviews");
        answering.mailbox().next();
        var id = id();
        var answers = allAtOnce(IntStream.range(0, 20)
                .<Callable<Seen>>mapToObj(number -> () -> answering.post(
                        "/access/" + there.number() + "/requests/" + id + (number % 2 == 0 ? "/accept" : "/refuse"),
                        Map.of()))
                .toList());
        assertThat(answers).filteredOn(seen -> seen.status() == 200).hasSize(1);
        assertThat(answers).allMatch(seen -> seen.status() == 200 || seen.status() == 404);
        var accepted = answers.stream().anyMatch(seen -> seen.words().contains("Accès accepté"));
        assertThat(there.rightsOf(asking).isPresent()).isEqualTo(accepted);
    }

    @Test
    void asMuchAsOneAdministratorMayAskInAnHourIsAskedAndNoMore() {
        var statuses = IntStream.range(0, 12)
                .mapToObj(number -> ask(asking, "77" + number, "nobody@example.org", "right-reviews")
                        .status())
                .toList();
        assertThat(statuses.subList(0, 10)).containsOnly(200);
        assertThat(statuses.subList(10, 12)).containsOnly(429);
    }

    @Test
    void aRequestThatNobodyAnsweredExpiresAndCanBeSentAgain() {
        ask(asking, there.number(), there.email(), "right-reviews");
        answering.mailbox().next();
        HOUSE.bean(JdbcClient.class)
                .sql("update access_request set expires_at = created_at where asked_by = :by")
                .param("by", asking.id().value())
                .update();
        assertThat(asking.get("/users/" + here.number()).words()).contains("Sans réponse");
        assertThat(answering.get("/users/" + there.number()).words()).doesNotContain("Demandes d’accès");
        assertThat(ask(asking, there.number(), there.email(), "right-reviews").words())
                .contains("En attente");
        answering.mailbox().next();
        assertThat(ask(asking, there.number(), there.email(), "right-reviews").words())
                .contains("attend déjà la réponse");
    }

    private Seen ask(Employee user, String number, String email, String... rights) {
        var by = here.rightsOf(user).orElseThrow().names().contains("users") ? user : asking;
        var page = by.send(path("new"), Map.of("user", user.id().toString(), "number", number, "email", email));
        var ticked = new LinkedHashMap<String, String>();
        List.of(rights).forEach(right -> ticked.put(right, "yes"));
        return by.visitor().submit(page, ticked);
    }

    private Seen question() {
        var list = answering.get("/users/" + there.number());
        return answering.visitor().get(list.first("a[href*=/requests/]").attr("href"));
    }

    private String id() {
        return HOUSE.bean(AccessRequests.class)
                .waitingAt(EXTRANET, there.establishment().id())
                .getFirst()
                .id()
                .toString();
    }

    private String path(String step) {
        return "/access/" + here.number() + "/" + step;
    }

    private void quiet(Employee... others) {
        asking.mailbox().isEmpty();
        answering.mailbox().isEmpty();
        List.of(others).forEach(other -> other.mailbox().isEmpty());
    }

    private static String bare(String html, List<String> typed) {
        return html.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("Sam Petit [0-9]+", "")
                .replace(typed.getLast(), "")
                .replaceAll("(?<![0-9])" + typed.getFirst() + "(?![0-9])", "");
    }
}
