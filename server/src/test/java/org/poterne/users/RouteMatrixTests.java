package org.poterne.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.membership.Hotel.EXTRANET;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.poterne.access.AccessRequests;
import org.poterne.house.House;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.poterne.invitation.Invitations;
import org.poterne.membership.Hotel;
import org.poterne.membership.Hotel.Employee;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may knock where: each route of an establishment, for each role, at this establishment, at another, and at another
 * tenant. A route without a row fails the build (ASVS 5.0 8.2.1-8.2.3, 8.4.1; attacks.md 15). Those of the desk are walked by
 * {@code DeskAttackTests}.
 *
 * <p>{@code door}: sent to sign in; {@code 404}: no such page, whatever there is; {@code in}: answered.
 */
class RouteMatrixTests {

    private static final House HOUSE = House.open();

    private static final String MATRIX = """
            route                                               nobody's  without  employee  elsewhere  administrator
            GET  /{tenant}/establishments/{number}              door      404      in        404        in
            GET  /{tenant}/users                                door      404      404       in         in
            GET  /{tenant}/users/{number}                       door      404      404       404        in
            GET  /{tenant}/users/{number}/add                   door      404      404       404        in
            GET  /{tenant}/users/{number}/manage/{account}      door      404      404       404        in
            POST /{tenant}/users/{number}/manage/{account}      door      404      404       404        in
            GET  /{tenant}/users/{number}/remove/{account}      door      404      404       404        in
            POST /{tenant}/users/{number}/remove/{account}      door      404      404       404        in
            GET  /{tenant}/invitations/{number}/new             door      404      404       404        in
            POST /{tenant}/invitations/{number}/new             door      404      404       404        in
            POST /{tenant}/invitations/{number}/send            door      404      404       404        in
            POST /{tenant}/invitations/{number}/{id}/resend     door      404      404       404        in
            POST /{tenant}/invitations/{number}/{id}/withdraw   door      404      404       404        in
            GET  /{tenant}/invitations/open                     410       410      410       410        410
            GET  /{tenant}/invitations/accept                   410       410      410       410        410
            POST /{tenant}/invitations/accept                   410       410      410       410        410
            GET  /{tenant}/invitations                          door      in       in        in         in
            POST /{tenant}/invitations/received/{id}            door      410      410       410        410
            GET  /{tenant}/access/{number}/new                  door      404      404       404        in
            POST /{tenant}/access/{number}/new                  door      404      404       404        in
            POST /{tenant}/access/{number}/send                 door      404      404       404        in
            POST /{tenant}/access/{number}/requests/{asked}/withdraw  door  404    404       404        in
            GET  /{tenant}/access/{number}/requests/{id}        door      404      404       404        in
            POST /{tenant}/access/{number}/requests/{id}/accept  door     404      404       404        in
            POST /{tenant}/access/{number}/requests/{id}/refuse  door     404      404       404        in
            GET  /{tenant}/assistance                           in        in       in        in         in
            POST /{tenant}/assistance                           in        in       in        in         in
            GET  /{tenant}/assistance/asked                     in        in       in        in         in
            GET  /{tenant}/assistance/email                     door      in       in        in         in
            POST /{tenant}/assistance/email                     door      in       in        in         in
            GET  /{tenant}/address-change/cancel/open           410       410      410       410        410
            GET  /{tenant}/address-change/cancel                410       410      410       410        410
            POST /{tenant}/address-change/cancel                410       410      410       410        410
            GET  /{tenant}/address-change/confirm/open          410       410      410       410        410
            GET  /{tenant}/address-change/confirm               410       410      410       410        410
            POST /{tenant}/address-change/confirm               410       410      410       410        410
            GET  /{tenant}/lost-factors/cancel/open             410       410      410       410        410
            GET  /{tenant}/lost-factors/cancel                  410       410      410       410        410
            POST /{tenant}/lost-factors/cancel                  410       410      410       410        410
            """;

    /** One line of the matrix. */
    record Row(String method, String path, List<String> answers) {

        String route() {
            return method + " " + path.replace("{asked}", "{id}");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Row> rows() {
        return MATRIX.lines()
                .skip(1)
                .map(line -> line.split("\\s+"))
                .map(cells -> new Row(cells[0], cells[1], List.of(cells).subList(2, cells.length)));
    }

    private static final Hotel HERE = Hotel.in(HOUSE);
    private static final Hotel ELSEWHERE = Hotel.in(HOUSE);
    private static final Employee WITHOUT = Hotel.somebody(HOUSE).signIn();
    private static final Employee EMPLOYEE = HERE.employee("reservations").signIn();
    private static final Employee STRANGER = ELSEWHERE.administrator().signIn();
    private static final Employee ADMINISTRATOR = HERE.administrator().signIn();

    @ParameterizedTest
    @MethodSource("rows")
    void eachRoleIsAnsweredAsTheMatrixSaysAndAtAnotherTenantNothingIsThere(Row row) {
        var path = concrete(row);
        for (var tenant : List.of("gimic", "agora")) {
            var seen = knock(ADMINISTRATOR.visitor(), row, "/" + tenant + path);
            assertThat(seen.path().equals("/" + tenant + "/sign-in") || seen.status() == 410 || seen.status() == 404)
                    .as(tenant + " " + row + ": " + seen.status() + " " + seen.path())
                    .isTrue();
        }
        var visitors = List.of(
                HOUSE.visitor(), WITHOUT.visitor(), EMPLOYEE.visitor(), STRANGER.visitor(), ADMINISTRATOR.visitor());
        assertThat(visitors.stream().map(visitor -> answer(knock(visitor, row, "/extranet" + path))))
                .as(row.toString())
                .isEqualTo(row.answers());
    }

    @Test
    void everyRouteHasARow() {
        var written = rows().map(Row::route).collect(Collectors.toCollection(TreeSet::new));
        assertThat(routes()).isEqualTo(written);
    }

    private static Set<String> routes() {
        var modules = Set.of(
                "org.poterne.membership",
                "org.poterne.users",
                "org.poterne.invitation",
                "org.poterne.access",
                "org.poterne.assistance",
                "org.poterne.readdress",
                "org.poterne.unbinding");
        var routes = new TreeSet<String>();
        HOUSE.beans(RequestMappingHandlerMapping.class).stream()
                .flatMap(all -> all.getHandlerMethods().entrySet().stream())
                .forEach(route -> {
                    var mapping = route.getKey();
                    var handler = route.getValue();
                    if (modules.contains(handler.getBeanType().getPackageName())) {
                        mapping.getPatternValues()
                                .forEach(pattern -> mapping.getMethodsCondition()
                                        .getMethods()
                                        .forEach(method -> routes.add(method + " " + pattern)));
                    }
                });
        return routes;
    }

    /** What the path names is there, and this establishment's. */
    private static String concrete(Row row) {
        var path = row.path().replace("/{tenant}", "").replace("{number}", HERE.number());
        if (path.contains("{account}")) {
            return path.replace("{account}", HERE.member("reviews").toString());
        }
        if (path.startsWith("/invitations") && path.contains("{id}")) {
            ADMINISTRATOR.post(
                    "/invitations/" + HERE.number() + "/send",
                    Map.of("family-name", "Moreau", "email", row.hashCode() + "@example.org", "right-reviews", "yes"));
            return path.replace("{id}", invitation());
        }
        if (path.contains("{asked}")) {
            return path.replace("{asked}", asked(ADMINISTRATOR, HERE, ELSEWHERE));
        }
        return path.startsWith("/access") && path.contains("{id}")
                ? path.replace("{id}", asked(STRANGER, ELSEWHERE, HERE))
                : path;
    }

    private static String asked(Employee by, Hotel from, Hotel to) {
        by.post(
                "/access/" + from.number() + "/send",
                Map.of(
                        "user", by.id().toString(),
                        "number", to.number(),
                        "email", to.email(),
                        "right-reviews", "yes"));
        return HOUSE.bean(AccessRequests.class)
                .waitingAt(EXTRANET, to.establishment().id())
                .getFirst()
                .id()
                .toString();
    }

    private static String invitation() {
        return HOUSE.bean(Invitations.class)
                .pendingAt(EXTRANET, HERE.establishment().id())
                .getLast()
                .id()
                .toString();
    }

    private static Seen knock(Visitor visitor, Row row, String path) {
        if (row.method().equals("GET")) {
            return visitor.get(path);
        }
        var form = visitor.get(path.substring(0, path.indexOf('/', 1)) + "/recovery");
        var fields = new LinkedHashMap<>(Map.of(
                "family-name", "Moreau",
                "email", "matrix@example.org",
                "number", "9999",
                "user", ADMINISTRATOR.id().toString(),
                "right-reviews", "yes"));
        fields.put("_csrf", form.first("input[name=_csrf]").attr("value"));
        return visitor.post(path, fields);
    }

    private static String answer(Seen seen) {
        if (seen.path().endsWith("/sign-in")) {
            return "door";
        }
        return switch (seen.status()) {
            case 404, 410 -> String.valueOf(seen.status());
            case 200, 422 -> "in";
            default -> throw new AssertionError(seen.status() + " " + seen.path());
        };
    }
}
