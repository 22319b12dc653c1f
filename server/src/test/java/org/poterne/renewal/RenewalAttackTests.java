package org.poterne.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.renewal.ExpiringHouse.PASSWORD;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.poterne.session.SignedInPerson;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever has shown an expired password is nowhere but on the page that replaces it. */
class RenewalAttackTests {

    private record Route(RequestMethod method, String path) {}

    @Test
    void noPageOfTheAccountOpensBeforeThePasswordIsReplaced() {
        try (var expiring = ExpiringHouse.open()) {
            var camille = expiring.person();
            expiring.forward(Duration.ofDays(90));
            var visitor = expiring.visitor();
            expiring.atTheRenewal(visitor, camille);
            var token = visitor.get("/annee/sign-in").first("input[name=_csrf]").attr("value");
            var routes = routes(expiring.house());
            assertThat(routes).hasSizeGreaterThan(50);
            for (var route : routes) {
                assertThat(isShut(ask(expiring.house(), visitor, route, token)))
                        .as(route.toString())
                        .isTrue();
            }
            assertThat(visitor.get("/annee/").path()).isEqualTo("/annee/sign-in");
            assertThat(visitor.get("/annee/sign-in/renewal").path())
                    .as("and the way on is still there")
                    .isEqualTo("/annee/sign-in/renewal");
            assertThat(expiring.signIn(expiring.visitor(), camille, PASSWORD).path())
                    .as("nothing has changed")
                    .isEqualTo("/annee/sign-in/renewal");
            camille.mailbox().isEmpty();
        }
    }

    /** Every route whose page asks for somebody signed in. */
    private static List<Route> routes(House house) {
        var routes = new ArrayList<Route>();
        for (var mappings : house.beans(RequestMappingHandlerMapping.class)) { // the actuator has its own
            mappings.getHandlerMethods().forEach((info, method) -> {
                if (isForTheSignedIn(method)) {
                    routes(info).forEach(routes::add);
                }
            });
        }
        return routes;
    }

    private static boolean isForTheSignedIn(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == SignedInPerson.class);
    }

    private static Stream<Route> routes(RequestMappingInfo info) {
        return info.getPatternValues().stream()
                .map(pattern -> pattern.replace("{tenant}", "annee")
                        .replaceAll("\\{[^}]+}", UUID.randomUUID().toString()))
                .flatMap(path ->
                        info.getMethodsCondition().getMethods().stream().map(method -> new Route(method, path)));
    }

    private static Seen ask(House house, Visitor visitor, Route route, String token) {
        return route.method() == RequestMethod.GET
                ? visitor.peek("GET", house.address().resolve(route.path()))
                : visitor.postAndStay(route.path(), Map.of("_csrf", token, "current", PASSWORD));
    }

    /** Sent to the door, or told that there is nothing; never shown a page. */
    private static boolean isShut(Seen answer) {
        return switch (answer.status()) {
            case 302, 303 -> answer.header("Location").matches(".*/annee/sign-in(\\?to=[a-z-]+)?");
            case 404 -> true;
            default -> false;
        };
    }
}
