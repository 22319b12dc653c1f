package org.poterne.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.house.House;
import org.poterne.house.RawRequest;

/** What every answer bears, and what no answer gives away. */
class SurfaceTests {

    private static final House HOUSE = House.open();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/gimic/sign-in",
                "/gimic/recovery",
                "/gimic/recovery/sent",
                "/gimic/recovery/password",
                "/gimic/help",
                "/gimic/help/forgotten-password",
                "/",
                "/nowhere"
            })
    void everyPageBearsItsHeaders(String path) {
        var seen = HOUSE.visitor().get(path);
        assertThat(seen.header("Content-Security-Policy"))
                .contains(
                        "default-src 'none'",
                        "worker-src 'self'",
                        "frame-ancestors 'none'",
                        "base-uri 'none'",
                        "object-src 'none'")
                .doesNotContain("unsafe");
        assertThat(seen.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(seen.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(seen.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(seen.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(seen.header("Cache-Control")).contains("no-store");
        assertThat(seen.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(seen.header("Server")).isEmpty();
    }

    @Test
    void theSecretLeavesTheAddressAtOnceAndNoPageRemembersIt() {
        var token = "A".repeat(43);
        var seen = HOUSE.visitor().peek("GET", URI.create(HOUSE.address() + "/gimic/recovery/open?token=" + token));
        assertThat(seen.status()).isEqualTo(303);
        assertThat(seen.header("Location")).isEqualTo("/gimic/recovery/password");
        assertThat(seen.header("Set-Cookie"))
                .startsWith("recovery-gimic=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(seen.header("Cache-Control")).contains("no-store");
        assertThat(seen.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void overTlsCookiesAreHostCookies() {
        try (var house = House.build()
                .with("poterne.base-url", "https://access.example.org")
                .start()) {
            var seen = house.visitor().get("/gimic/sign-in");
            assertThat(seen.header("Set-Cookie"))
                    .startsWith("__Host-form-gimic=")
                    .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Domain");
            assertThat(seen.header("Strict-Transport-Security")).isEqualTo("max-age=31536000 ; includeSubDomains");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/gimic/sign-in",
                "/gimic/recovery",
                "/gimic/recovery/password",
                "/gimic/sign-out",
                "/gimic/help/forgotten-password/feedback"
            })
    void aFormWithoutItsTokenIsRefusedAndTellsTheWayOn(String path) {
        var visitor = HOUSE.visitor();
        var bare = visitor.post(path, Map.of("email", "a@example.org"));
        assertThat(bare.status()).isEqualTo(403);
        assertThat(bare.page().select("main a.button").attr("href")).isEqualTo("/gimic/sign-in");
        visitor.get("/gimic/sign-in");
        assertThat(visitor.post(path, Map.of("email", "a@example.org", "_csrf", "forged"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aFormTokenOfOneTenantIsWorthNothingAtAnother() {
        var visitor = HOUSE.visitor();
        var form = visitor.get("/gimic/recovery").first("input[name=_csrf]").attr("value");
        var ours = visitor.cookies().getCookieStore().getCookies().getFirst();
        var planted = new java.net.HttpCookie("form-voisine", ours.getValue());
        planted.setPath("/");
        visitor.cookies().getCookieStore().add(HOUSE.address(), planted);
        assertThat(visitor.post("/voisine/recovery", Map.of("email", "a@example.org", "_csrf", form))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoIsServedHereIsToldOnlyWhereTheOperatorSaysSo() {
        assertThat(HOUSE.visitor().get("/").words()).contains("GIMIC", "La Voisine");
        try (var discreet = House.build().with("poterne.list-tenants", false).start()) {
            var seen = discreet.visitor().get("/");
            assertThat(seen.status()).isEqualTo(404);
            assertThat(seen.words()).doesNotContain("GIMIC", "La Voisine");
        }
    }

    @Test
    void anEnormousPasswordIsRefusedAtOnce() {
        var visitor = HOUSE.visitor();
        var page = visitor.get("/gimic/sign-in");
        var seen = visitor.submit(page, Map.of("identifier", "a@example.org", "password", "x".repeat(1_000_000)));
        assertThat(seen.status()).isEqualTo(413);
        assertThat(seen.heading()).isEqualTo("Cet envoi est trop volumineux");
    }

    @Test
    void aThousandFieldsAreRefusedAtOnce() {
        var visitor = HOUSE.visitor();
        visitor.get("/gimic/sign-in");
        var fields = IntStream.range(0, 1_000).boxed().collect(Collectors.toMap(number -> "field" + number, _ -> "x"));
        assertThat(visitor.post("/gimic/sign-in", fields).status()).isIn(400, 413);
    }

    @Test
    void malformedUtf8AndPathsAreClientErrors() {
        for (var line : List.of(
                "GET /gimic/recovery/open?token=%C3%28 HTTP/1.1",
                "GET /gimic/%2e%2e/ HTTP/1.1",
                "GET /gimic//sign-in HTTP/1.1",
                "TRACE / HTTP/1.1",
                "GET /gimic;a=b/sign-in HTTP/1.1")) {
            var answer = RawRequest.send(
                    HOUSE.address(), line + "\nHost: " + HOUSE.address().getAuthority(), "");
            assertThat(answer)
                    .as(line)
                    .matches("(?s)HTTP/1.1 (303|4\\d\\d) .*")
                    .doesNotContain("Exception", "Tomcat", "at org.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/gimic/nowhere",
                "/gimic/help/nothing",
                "/maison/sign-in",
                "/actuator/env",
                "/mailbox",
                "/.well-known/nothing",
                "/assets/0000000000000000/nothing.css",
                "/gimic/../etc"
            })
    void whatIsNotThereIsAPageThatLeadsOn(String path) {
        var seen = HOUSE.visitor().get(path);
        assertThat(seen.status()).isIn(404, 400);
    }

    /** Password managers send people there (W3C "A Well-Known URL for Changing Passwords"). */
    @Test
    void theWellKnownAddressLeadsToThePasswordOfTheTenantOfItsHost() {
        var port = HOUSE.address().getPort();
        var answer = RawRequest.send(
                HOUSE.address(), "GET /.well-known/change-password HTTP/1.1\nHost: maison.localhost:" + port, "");
        assertThat(answer).startsWith("HTTP/1.1 303").contains("Location: /account/password");
        assertThat(HOUSE.visitor().get("/.well-known/change-password").status())
                .as("a host of several tenants cannot tell whose is meant")
                .isEqualTo(404);
        for (var name : List.of("resource-that-should-not-exist-whose-status-code-should-not-be-200", "webauthn")) {
            assertThat(HOUSE.visitor().get("/.well-known/" + name).status()).isEqualTo(404);
        }
    }

    @Test
    void aNoticeInTheAddressSaysOurWordsOrNone() {
        assertThat(HOUSE.visitor()
                        .get("/gimic/sign-in?notice=recovery.password-reset")
                        .words())
                .contains("est enregistré");
        for (var forged : java.util.List.of("<b>x", "web.nothing", "recovery.letter", "a.b.c", "")) {
            var seen =
                    HOUSE.visitor().get("/gimic/sign-in?notice=" + URLEncoder.encode(forged, StandardCharsets.UTF_8));
            assertThat(seen.status()).isEqualTo(200);
            assertThat(seen.page().select("[role=status].notice")).isEmpty();
        }
    }

    @Test
    void aTenantWithAHostOfItsOwnIsFoundThereAndNowhereElse() {
        var port = HOUSE.address().getPort();
        var answer = RawRequest.send(HOUSE.address(), "GET /sign-in HTTP/1.1\nHost: maison.localhost:" + port, "");
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("Maison à part", "action=\"/sign-in\"")
                .doesNotContain("/maison/");
        assertThat(RawRequest.send(HOUSE.address(), "GET /gimic/sign-in HTTP/1.1\nHost: maison.localhost:" + port, ""))
                .startsWith("HTTP/1.1 404");
        assertThat(RawRequest.send(HOUSE.address(), "GET / HTTP/1.1\nHost: maison.localhost:" + port, ""))
                .startsWith("HTTP/1.1 303")
                .contains("Location: /sign-in");
    }

    @ParameterizedTest
    @CsvSource({"fr,fr", "'de, en;q=0.5',en", "en-US,en", "fr-CA,fr", "de,fr", ",fr", "';;;q=zz',fr"})
    void aPageAndItsErrorsSpeakTheBrowsersLanguageWhenTheTenantDoes(@Nullable String accepted, String spoken) {
        var visitor = HOUSE.visitor().accepting(Optional.ofNullable(accepted));
        var page = visitor.get("/gimic/recovery");
        assertThat(page.page().select("html").attr("lang")).isEqualTo(spoken);
        var refused = visitor.submit(page, Map.of("email", "camille@"));
        assertThat(refused.page().select("#email-error").text())
                .contains(spoken.equals("fr") ? "incomplète" : "incomplete");
    }

    @Test
    void stylesAndScriptsAreServedAndKeptForAYear() {
        var page = HOUSE.visitor().get("/gimic/sign-in");
        var addresses = new ArrayList<String>();
        addresses.addAll(page.page().select("link[href^=/]").eachAttr("href"));
        addresses.addAll(page.page().select("script[src]").eachAttr("src"));
        addresses.addAll(page.page().select("img[src]").eachAttr("src"));
        assertThat(addresses).hasSizeGreaterThan(2).allSatisfy(address -> {
            var seen = HOUSE.visitor().get(address);
            assertThat(seen.status()).as(address).isEqualTo(200);
            assertThat(seen.header("Content-Type")).matches("(text/css|text/javascript|image/svg\\+xml).*");
            assertThat(seen.header("Cache-Control")).contains("max-age").doesNotContain("no-store");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\nHost: evil.example",
                "GET /gimic/%2e%2e/x HTTP/1.1\nHost: {own}",
                "GET /gimic//x HTTP/1.1\nHost: {own}"
            })
    void anEarlyRefusalBearsTheHeadersToo(String head) {
        var answer = RawRequest.send(
                HOUSE.address(), head.replace("{own}", HOUSE.address().getAuthority()), "");
        assertThat(answer)
                .matches("(?s)HTTP/1.1 4(00|21) .*")
                .contains("Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff", "no-store");
    }

    @Test
    void theActuatorShowsItsHealthAndNothingElse() {
        for (var path : List.of("/actuator", "/actuator/", "/actuator/env", "/actuator/beans")) {
            assertThat(HOUSE.visitor().get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(HOUSE.visitor().get("/actuator/health").body()).doesNotContain("details", "components");
    }
}
