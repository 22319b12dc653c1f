package org.poterne.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.house.Hands.allAtOnce;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.account.AccountId;
import org.poterne.agent.Agents;
import org.poterne.assistance.Codes;
import org.poterne.assistance.RequestHands;
import org.poterne.assistance.RequestNumber;
import org.poterne.assistance.Requests;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.house.Seen;
import org.poterne.readdress.Readdresses;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What an agent, a colleague, another tenant's agent and everybody else cannot do at the desk (attacks 22, 23, 24). */
class DeskAttackTests {

    private static final House HOUSE = House.open();
    private static final TenantId EXTRANET = new TenantId("extranet");
    private static final List<String> SHEET_POSTS = List.of(
            "/sheet/reveal", "/sheet/usernames", "/sheet/reset", "/sheet/unlock", "/sheet/address", "/sheet/unbinding");

    @BeforeEach
    void withFreshBudgets() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void noSheetAndNoActIsReachedWithoutAVerification() {
        var lea = Member.of(HOUSE, "extranet", 6);
        var agent = DeskAgent.at(HOUSE, "extranet");
        var at = DeskAgent.at(agent.callOf(lea));
        isShut(agent, at, lea);
    }

    @Test
    void aVerificationOpensOneAccountToOneAgentForOneRequest() {
        var lea = Member.of(HOUSE, "extranet", 1);
        var paul = Member.of(HOUSE, "extranet", 1);
        var agent = DeskAgent.at(HOUSE, "extranet");
        agent.sheetOf(lea);

        var another = DeskAgent.at(HOUSE, "extranet");
        isShut(another, DeskAgent.at(another.callOf(lea)), lea);
        isShut(agent, DeskAgent.at(agent.callOf(paul)), paul);
        isShut(agent, DeskAgent.at(agent.callOf(lea)), lea);
    }

    @Test
    void aVerificationEndsAfterHalfAnHour() {
        try (var house = House.build().start()) {
            var lea = Member.of(house, "extranet", 1);
            var agent = DeskAgent.at(house, "extranet");
            var sheet = agent.sheetOf(lea);
            house.bean(MovableClock.class).forward(Duration.ofMinutes(29));
            assertThat(agent.get(DeskAgent.at(sheet) + "/sheet").path()).endsWith("/sheet");
            house.bean(MovableClock.class).forward(Duration.ofMinutes(2));
            var again = agent.signedInAgain();
            isShut(again, DeskAgent.at(sheet), lea);
        }
    }

    @Test
    void anotherAgentsVerificationIsNoneOfMine() {
        var lea = Member.of(HOUSE, "extranet", 1);
        var one = DeskAgent.at(HOUSE, "extranet");
        var two = DeskAgent.at(HOUSE, "extranet");
        var sheet = one.sheetOf(lea);
        var at = DeskAgent.at(sheet);
        assertThat(two.get(at + "/sheet").path()).isEqualTo("/extranet" + at);
        SHEET_POSTS.forEach(
                post -> assertThat(two.visitor().post(at + post, good()).path())
                        .as(post)
                        .isEqualTo("/extranet" + at));
        lea.mailbox().isEmpty();

        one.visitor().press(one.get(at), "/give-back");
        two.visitor().press(two.get(at), "/take");
        isShut(two, at, lea);
    }

    /** The account of a request changes under a verification: it opens nothing any more. */
    @Test
    void aVerificationDoesNotFollowTheRequestToAnotherAccount() {
        var lea = Member.of(HOUSE, "extranet", 1);
        var paul = Member.of(HOUSE, "extranet", 1);
        var agent = DeskAgent.at(HOUSE, "extranet");
        var at = form(agent);
        choose(agent, at, lea);
        assertThat(agent.sheet(agent.get(at)).path()).endsWith("/sheet");
        choose(agent, at, paul);
        isShut(agent, at, paul);
    }

    @Test
    void agentsDoNotFindThemselvesNorEachOther() {
        var agent = DeskAgent.at(HOUSE, "extranet");
        var colleague = DeskAgent.at(HOUSE, "extranet");
        for (var staff : List.of(agent, colleague)) {
            var found = agent.visitor()
                    .press(
                            agent.get("/desk"),
                            "/desk/search",
                            Map.of("text", staff.member().email()));
            assertThat(found.words()).contains("Aucun résultat");
            var account = staff.id().toString();
            assertThat(agent.visitor()
                            .post("/desk/calls", Map.of("account", account))
                            .status())
                    .isEqualTo(404);
            var at = form(agent);
            assertThat(agent.visitor()
                            .post(at + "/account", Map.of("account", account))
                            .status())
                    .isEqualTo(404);
        }
    }

    /** A caller is made an agent while their request is open. */
    @Test
    void aRequestAboutAnAgentIsNone() {
        var lea = Member.of(HOUSE, "extranet", 1);
        var agent = DeskAgent.at(HOUSE, "extranet");
        var sheet = agent.sheetOf(lea);
        HOUSE.bean(Agents.class).appoint(EXTRANET, lea.account().id());
        assertThat(agent.get(DeskAgent.at(sheet) + "/sheet").status()).isEqualTo(404);
        assertThat(agent.visitor()
                        .post(DeskAgent.at(sheet) + "/sheet/reset", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(agent.get("/desk").words()).doesNotContain(number(sheet));
        var own = new DeskAgent(lea, lea.visitor());
        assertThat(own.get(DeskAgent.at(sheet)).status()).as("their own").isEqualTo(404);
        lea.mailbox().isEmpty();
    }

    @Test
    void anotherTenantsAgentAndAccountsAreNone() {
        var lea = Member.of(HOUSE, "extranet", 1);
        var foreign = Member.of(HOUSE, "guichet", 1);
        var agent = DeskAgent.at(HOUSE, "extranet");
        var elsewhere = DeskAgent.at(HOUSE, "guichet");
        var at = DeskAgent.at(agent.callOf(lea));
        assertThat(elsewhere.get(at).status()).isEqualTo(404);
        assertThat(elsewhere.visitor().post(at + "/take", Map.of()).status()).isEqualTo(404);
        assertThat(agent.visitor()
                        .post(
                                "/desk/calls",
                                Map.of("account", foreign.account().id().toString()))
                        .status())
                .isEqualTo(404);
        var trespasser = new DeskVisitor(elsewhere.visitor().visitor(), "extranet");
        assertThat(trespasser.get("/desk").path())
                .as("a session of one tenant at another")
                .isEqualTo("/extranet/sign-in");
    }

    /** Function by function, those still to be written too (ASVS 5.0 8.2.1). */
    @Test
    void everyPageOfTheDeskIsNoneForEverybodyElse() {
        var lea = Member.of(HOUSE, "extranet", 6);
        var agent = DeskAgent.at(HOUSE, "extranet");
        var number = number(agent.sheetOf(lea));
        var roleless = Member.of(HOUSE, "extranet", 1).visitor();
        var stranger = DeskVisitor.stranger(HOUSE, "extranet");
        var routes = handlers().keySet();
        assertThat(routes).hasSizeGreaterThanOrEqualTo(24);
        for (var route : routes) {
            var path = route.replaceFirst("^[A-Z]+ /\\{tenant}", "")
                    .replace("{number}", number)
                    .replace("{id}", "00000000-0000-4000-8000-000000000000");
            if (route.startsWith("GET ")) {
                assertThat(roleless.get(path).status()).as(route).isEqualTo(404);
                assertThat(stranger.get(path).path()).as(route).isEqualTo("/extranet/sign-in");
            } else {
                assertThat(roleless.post(path, good()).status()).as(route).isEqualTo(404);
                assertThat(stranger.post(path, good()).path()).as(route).isEqualTo("/extranet/sign-in");
            }
        }
        lea.mailbox().isEmpty();
    }

    @Test
    void everyPostOfTheDeskAsksForAFreshProofAndEveryPageForItsAgent() {
        handlers().forEach((_, method) -> {
            assertThat(Arrays.asList(method.getMethod().getParameterTypes()))
                    .as(method.toString())
                    .contains(SignedInPerson.class);
            if (method.hasMethodAnnotation(PostMapping.class)) {
                assertThat(method.hasMethodAnnotation(Sensitive.class))
                        .as(method.toString())
                        .isTrue();
            }
        });
    }

    @Test
    void noPageOfTheDeskSetsAPasswordTakesAFactorOrTellsOne() {
        assertThat(handlers().keySet()).noneMatch(path -> path.contains("password") || path.contains("factor"));
        assertThat(handlers().values())
                .noneMatch(method -> Arrays.stream(method.getMethod().getParameters())
                        .anyMatch(parameter -> parameter.getName().contains("password")));
    }

    @Test
    void afterFiveMinutesThePasswordIsAskedAndNothingIsDoneBefore() {
        try (var house = House.build().start()) {
            var lea = Member.of(house, "extranet", 1);
            var agent = DeskAgent.at(house, "extranet");
            var sheet = agent.sheetOf(lea);
            house.bean(MovableClock.class).forward(Duration.ofMinutes(6));
            var asked = agent.visitor().press(sheet, "/usernames");
            assertThat(asked.status()).isEqualTo(422);
            lea.mailbox().isEmpty();
            var done = agent.visitor().submit(asked, Map.of("current", Member.PASSWORD));
            assertThat(done.words()).contains("Le nom d’utilisateur part à l’adresse du compte.");
            lea.mailbox().next();
        }
    }

    /** Whoever typed the form reads its codes: they say who typed it, and nothing of any account. */
    @Test
    void theCodesOfAFormProveNothingOfAnAccount() {
        var lea = Member.of(HOUSE, "extranet", 1);
        var impostor = DeskVisitor.stranger(HOUSE, "extranet");
        var asked = impostor.submit(impostor.get("/assistance"), typed());
        var agent = DeskAgent.at(HOUSE, "extranet");
        var at = "/desk/requests/" + asked.page().select("#number").text();
        agent.visitor().press(agent.get(at), "/take");
        choose(agent, at, lea);
        var matched = agent.visitor()
                .press(
                        agent.get(at),
                        "/code",
                        Map.of("code", asked.first("#code-yours").text()));
        assertThat(matched.first("#say-code").text())
                .isEqualTo(asked.first("#code-ours").text());
        var script = agent.get(at + "/verification");
        assertThat(script.page().select("#codes-stand").text()).contains("ne dit que qui l’a rempli");
        var refused =
                agent.visitor().press(script, "/verification", Map.of("proof-contract", "yes", "proof-codes", "yes"));
        assertThat(refused.status()).isEqualTo(422);
    }

    @Test
    void aCodeIsGuessedFiveTimesAndThenNoMoreByAnyNumberOfHands() {
        var stranger = DeskVisitor.stranger(HOUSE, "extranet");
        var asked = stranger.submit(stranger.get("/assistance"), typed());
        var agent = DeskAgent.at(HOUSE, "extranet");
        var at = "/desk/requests/" + asked.page().select("#number").text();
        agent.visitor().press(agent.get(at), "/take");
        var right = asked.first("#code-yours").text().replaceAll("\\D", "");
        var hands = new ArrayList<Callable<Seen>>();
        for (var hand = 0; hand < 40; hand++) {
            var guess = "%06d".formatted((Integer.parseInt(right) + 1 + hand) % 1_000_000);
            hands.add(() -> agent.visitor().post(at + "/code", Map.of("code", guess)));
        }
        allAtOnce(hands);
        var request = HOUSE.bean(Requests.class)
                .find(
                        EXTRANET,
                        RequestNumber.parse(asked.page().select("#number").text())
                                .orElseThrow())
                .orElseThrow();
        assertThat(HOUSE.bean(Codes.class).state(EXTRANET, request.id()).tries())
                .isEqualTo(5);
        var late = agent.visitor().post(at + "/code", Map.of("code", right));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page().select("#say-code")).isEmpty();
        assertThat(agent.get(at).words()).contains("Trop de codes erronés");
    }

    @Test
    void ofFortyAgentsWhoReachAtOnceOneHasTheRequest() {
        var stranger = DeskVisitor.stranger(HOUSE, "extranet");
        var asked = stranger.submit(stranger.get("/assistance"), typed());
        var request = HOUSE.bean(Requests.class)
                .find(
                        EXTRANET,
                        RequestNumber.parse(asked.page().select("#number").text())
                                .orElseThrow())
                .orElseThrow();
        var hands = new ArrayList<Callable<Boolean>>();
        for (var hand = 0; hand < 40; hand++) {
            var agent = new AccountId(UUID.randomUUID());
            hands.add(() -> HOUSE.bean(RequestHands.class).take(EXTRANET, request, agent));
        }
        assertThat(allAtOnce(hands)).filteredOn(taken -> taken).hasSize(1);
    }

    @Test
    void whoeverSeesTooMuchIsStoppedAndSaidOnce() {
        var agent = DeskAgent.at(HOUSE, "guichet");
        for (var time = 0; time < 5; time++) {
            var search = agent.visitor().press(agent.get("/desk"), "/desk/search", Map.of("text", "personne." + time));
            assertThat(search.status()).isEqualTo(200);
        }
        for (var time = 0; time < 3; time++) {
            assertThat(agent.visitor()
                            .post("/desk/search", Map.of("text", "encore"))
                            .status())
                    .isEqualTo(429);
        }
        assertThat(alerts(agent)).isEqualTo(1);
    }

    @Test
    void sheetsAndActsHaveTheirOwnLimits() {
        var agent = DeskAgent.at(HOUSE, "guichet");
        var lea = Member.of(HOUSE, "guichet", 1);
        var at = DeskAgent.at(agent.callOf(lea));
        for (var time = 0; time < 3; time++) {
            assertThat(agent.sheet(agent.get(at)).path()).endsWith("/sheet");
        }
        assertThat(agent.sheet(agent.get(at)).status()).isEqualTo(429);
        var acts = 1; // the call itself
        for (; acts < 4; acts++) {
            agent.visitor().post(at + "/sheet/usernames", Map.of());
            lea.mailbox().next();
        }
        assertThat(agent.visitor().post(at + "/sheet/usernames", Map.of()).status())
                .isEqualTo(429);
        lea.mailbox().isEmpty();
        assertThat(alerts(agent)).isEqualTo(1);
    }

    @Test
    void theWholeDeskSendsOneAccountNoMoreThanItsLetters() {
        var lea = Member.of(HOUSE, "extranet", 1);
        for (var agents = 0; agents < 2; agents++) {
            var agent = DeskAgent.at(HOUSE, "extranet");
            var sheet = agent.sheetOf(lea);
            for (var time = 0; time < 4; time++) {
                agent.visitor().post(DeskAgent.at(sheet) + "/sheet/usernames", Map.of());
            }
        }
        for (var letter = 0; letter < 6; letter++) {
            lea.mailbox().next();
        }
        lea.mailbox().isEmpty();
    }

    @Test
    void aNumberThatIsNoneAndAnAccountThatIsNoneAreNotFound() {
        var agent = DeskAgent.at(HOUSE, "extranet");
        assertThat(agent.get("/desk/requests/0000-0000x").status()).isEqualTo(404);
        assertThat(agent.get("/desk/requests/..%2f..%2f/sheet").status()).isBetween(400, 404);
        assertThat(agent.visitor()
                        .post("/desk/calls", Map.of("account", "nobody"))
                        .status())
                .isEqualTo(404);
        assertThat(agent.visitor()
                        .post("/desk/calls", Map.of("account", "00000000-0000-4000-8000-000000000000"))
                        .status())
                .isEqualTo(404);
    }

    /** Another address by way of a small account: refused by the server, whatever is posted. */
    @Test
    void fewerThanFiveEstablishmentsHaveNoSuchWay() {
        var lea = Member.of(HOUSE, "extranet", 4);
        var agent = DeskAgent.at(HOUSE, "extranet");
        var sheet = agent.sheetOf(lea);
        assertThat(sheet.words()).contains("L’adresse de connexion ne se change pas ici");
        var at = DeskAgent.at(sheet) + "/sheet";
        assertThat(agent.get(at + "/address").path()).isEqualTo("/extranet" + at);
        assertThat(agent.visitor().post(at + "/address", good()).path()).isEqualTo("/extranet" + at);
        assertThat(HOUSE.bean(Readdresses.class)
                        .underWay(EXTRANET, lea.account().id()))
                .isEmpty();
    }

    private static void isShut(DeskAgent agent, String at, Member whose) {
        var verification = "/extranet" + at + "/verification";
        var sheet = agent.get(at + "/sheet");
        assertThat(sheet.path()).isEqualTo(verification);
        assertThat(sheet.body()).doesNotContain(whose.email(), whose.username() + "<");
        assertThat(agent.get(at + "/sheet/address").path()).isEqualTo(verification);
        assertThat(agent.get(at + "/sheet/unbinding").path()).isEqualTo(verification);
        SHEET_POSTS.forEach(
                post -> assertThat(agent.visitor().post(at + post, good()).path())
                        .as(post)
                        .isEqualTo(verification));
        whose.mailbox().isEmpty();
    }

    /** What would be a good answer to any of the forms. */
    private static Map<String, String> good() {
        return Map.of(
                "what", "email",
                "reason", "Elle épelle son adresse",
                "email", "autre@example.net",
                "text", "lea.moreau",
                "result", "helped",
                "code", "123456",
                "proof-contract", "yes",
                "proof-call-back", "yes");
    }

    private static Map<String, String> typed() {
        return Map.of("name", "Léa", "email", "x@example.net", "establishment", "1001", "message", "Bonjour");
    }

    private static String form(DeskAgent agent) {
        HOUSE.withFreshBudgets();
        var stranger = DeskVisitor.stranger(HOUSE, "extranet");
        var asked = stranger.submit(stranger.get("/assistance"), typed());
        var at = "/desk/requests/" + asked.page().select("#number").text();
        agent.visitor().press(agent.get(at), "/take");
        return at;
    }

    private static void choose(DeskAgent agent, String at, Member member) {
        var found = agent.visitor().press(agent.get(at), "/desk/search", Map.of("text", member.username()));
        assertThat(agent.visitor().press(found, "/account").path()).endsWith("/verification");
    }

    private static String number(Seen page) {
        return DeskAgent.at(page).replace("/desk/requests/", "");
    }

    /** By method and address: {@code POST /{tenant}/desk/search}. */
    private static Map<String, HandlerMethod> handlers() {
        var handlers = new TreeMap<String, HandlerMethod>();
        for (var mappings : HOUSE.beans(RequestMappingHandlerMapping.class)) {
            mappings.getHandlerMethods().forEach((mapping, method) -> {
                if (method.getBeanType().getPackageName().equals("org.poterne.desk")) {
                    for (var verb : mapping.getMethodsCondition().getMethods()) {
                        mapping.getPatternValues().forEach(path -> handlers.put(verb + " " + path, method));
                    }
                }
            });
        }
        return handlers;
    }

    private static int alerts(DeskAgent agent) {
        return HOUSE.bean(JdbcClient.class)
                .sql("select count(*) from audit_event where what = 'desk_volume_exceeded' and actor_id = :agent")
                .param("agent", agent.id().value())
                .query(Integer.class)
                .single();
    }
}
