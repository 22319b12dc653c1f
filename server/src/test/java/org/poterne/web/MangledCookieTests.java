package org.poterne.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.poterne.authenticator.Phone;
import org.poterne.house.House;
import org.poterne.house.RawRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Cookies come back as anybody likes: cut, lengthened, of other versions of ours, or made up. */
class MangledCookieTests {

    private static final House HOUSE = House.open();
    private static final String TENANT = "poche";
    private static final String PASSWORD = "une phrase assez longue";
    private static final String SOMEBODY = "0b9f5a52-6d3c-4f5e-9a51-3c1f0e9d2b77";

    private static final List<String> KINDS = List.of(
            "assistance",
            "attempt",
            "binding",
            "challenge",
            "confirmation",
            "desk-search",
            "device",
            "email",
            "email-undo",
            "entry",
            "form",
            "invitation",
            "language",
            "passkey",
            "recovery",
            "sign-up",
            "unbinding-cancel",
            "unlock");

    static Stream<String> values() {
        return Stream.of(
                "",
                "A",
                "A".repeat(43),
                "A".repeat(4000),
                SOMEBODY + ".A", // no base64 ends like this
                SOMEBODY + "." + "A".repeat(43),
                SOMEBODY + ".999999999999." + "A".repeat(43),
                "\u00e9%C3%28; \"and=more\"");
    }

    private static String session;

    @BeforeAll
    static void somebodySignsIn() {
        session =
                Phone.signedIn(HOUSE, HOUSE.person(TENANT, PASSWORD), PASSWORD).cookieHeader();
        assertThat(session).contains("session-" + TENANT + "=");
    }

    /** Regression: a binding cookie with one letter behind its dot broke the page of the codes. */
    @ParameterizedTest
    @MethodSource("values")
    void noPageBreaksOnAMangledCookie(String value) {
        var mangled =
                KINDS.stream().map(kind -> kind + "-" + TENANT + "=" + value).collect(Collectors.joining("; "));
        assertThat(broken(session + "; " + mangled)).as("signed in").isEmpty();
        assertThat(broken(mangled + "; session-" + TENANT + "=" + value))
                .as("nobody")
                .isEmpty();
    }

    /** Found by fuzzing the header: the server's own reading of it ends at two hundred. */
    @Test
    void moreCookiesThanAnybodyHasAreRefusedInWords() {
        var cookies =
                IntStream.range(0, 201).mapToObj(number -> "a" + number + "=b").collect(Collectors.joining("; "));
        var answer = HOUSE.visitor().saying("Cookie", cookies).get("/" + TENANT + "/sign-in");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.heading()).isEqualTo("Cette demande est incomplète");
        assertThat(answer.header("Content-Security-Policy")).isNotEmpty();
    }

    private static List<String> broken(String cookies) {
        HOUSE.withFreshBudgets();
        return pages().filter(page -> status(page, cookies) >= 500).toList();
    }

    private static int status(String page, String cookies) {
        var head = "GET %s HTTP/1.1\nHost: %s\nCookie: %s"
                .formatted(page, HOUSE.address().getAuthority(), cookies);
        return Integer.parseInt(RawRequest.send(HOUSE.address(), head, "").split(" ", 3)[1]);
    }

    /** All of this tenant's. */
    private static Stream<String> pages() {
        return HOUSE.beans(RequestMappingHandlerMapping.class).stream()
                .flatMap(all -> all.getHandlerMethods().keySet().stream())
                .filter(route -> route.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(route -> route.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/{tenant}") && !pattern.contains("-room"))
                .map(pattern -> pattern.replace("{tenant}", TENANT).replaceAll("\\{[^}]+}", SOMEBODY));
    }
}
