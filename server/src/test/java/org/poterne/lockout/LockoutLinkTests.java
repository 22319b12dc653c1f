package org.poterne.lockout;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.lockout.Door.PASSWORD;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.house.House;
import org.poterne.house.RawRequest;

/** The link that unlocks comes from the configuration, whatever the request for it says. */
class LockoutLinkTests {

    private static final House HOUSE = House.open();

    @AfterEach
    void theNextComesFromAnAddressThatHasSpentNothing() {
        HOUSE.withFreshBudgets();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /agora/unlock/resend HTTP/1.1\nHost: evil.example",
                "POST /agora/unlock/resend HTTP/1.1\nHost: %1$s\nX-Forwarded-Host: evil.example",
                "POST /agora/unlock/resend HTTP/1.1\nHost: %1$s\nX-Forwarded-Proto: https\nX-Forwarded-Port: 4444",
                "POST /agora/unlock/resend HTTP/1.1\nHost: %1$s\nForwarded: host=evil.example;proto=https",
                "POST http://evil.example/agora/unlock/resend HTTP/1.1\nHost: %1$s",
                "POST /agora/unlock/resend HTTP/1.1\nHost: evil.example@%1$s",
                "POST /agora/unlock/resend HTTP/1.1\nHost: %1$s\nHost: evil.example",
            })
    void aForgedHostNeverReachesTheLetter(String forged) {
        var camille = HOUSE.person("agora", PASSWORD);
        new Door(HOUSE).wrong(camille.email(), 5);
        camille.mailbox().next();
        var visitor = HOUSE.visitor();
        var form = visitor.get("/agora/unlock/resend")
                .first("main input[name=_csrf]")
                .attr("value");
        var cookies = visitor.cookies().getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(joining("; "));
        var head = forged.formatted(HOUSE.address().getAuthority())
                + "\nContent-Type: application/x-www-form-urlencoded\nCookie: " + cookies;
        var answer = RawRequest.send(
                HOUSE.address(), head, "email=" + camille.email().replace("@", "%40") + "&_csrf=" + form);
        assertThat(answer).doesNotContain("evil.example");
        if (answer.startsWith("HTTP/1.1 303")) {
            var letter = camille.mailbox().next();
            assertThat(letter.link().getAuthority()).isEqualTo(HOUSE.address().getAuthority());
            assertThat(letter.text() + letter.html()).doesNotContain("evil");
        } else {
            assertThat(answer).matches("(?s)HTTP/1.1 4(00|21) .*");
        }
        camille.mailbox().isEmpty();
    }
}
