package org.poterne.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** A form sent under another's name, in each way that has led a letter's link astray (attack 2: Keycloak, PassBolt, Zulip). */
public enum ForgedHost {
    PLAIN("POST %2$s HTTP/1.1\nHost: evil.example"),
    LONGER("POST %2$s HTTP/1.1\nHost: %1$s.evil.example"),
    USER("POST %2$s HTTP/1.1\nHost: evil.example@%1$s"),
    OURS_AS_USER("POST %2$s HTTP/1.1\nHost: %1$s@evil.example"),
    TWO("POST %2$s HTTP/1.1\nHost: %1$s\nHost: evil.example"),
    ABSOLUTE("POST http://evil.example%2$s HTTP/1.1\nHost: %1$s"),
    FORWARDED("POST %2$s HTTP/1.1\nHost: %1$s\nForwarded: host=evil.example;proto=https"),
    X_FORWARDED_HOST("POST %2$s HTTP/1.1\nHost: %1$s\nX-Forwarded-Host: evil.example"),
    X_FORWARDED_PORT("POST %2$s HTTP/1.1\nHost: %1$s\nX-Forwarded-Proto: https\nX-Forwarded-Port: 4444");

    private final String head;

    ForgedHost(String head) {
        this.head = head;
    }

    /**
     * Fills in the page's main form and sends it: refused, or the letter that comes of it leads to the house.
     *
     * @return whether it was let in
     */
    public boolean send(House house, Visitor visitor, Seen page, Map<String, String> typed, Mailbox letters) {
        var ours = house.address().getAuthority();
        var answer = RawRequest.send(
                house.address(),
                head.formatted(ours, page.form().attr("action"))
                        + "\nContent-Type: application/x-www-form-urlencoded\nCookie: " + visitor.cookieHeader(),
                Visitor.encoded(Visitor.filled(page, typed)));
        assertThat(answer).doesNotContain("evil.example");
        if (!answer.startsWith("HTTP/1.1 303")) {
            assertThat(answer).matches("(?s)HTTP/1.1 4(00|21) .*");
            return false;
        }
        var letter = letters.next();
        assertThat(letter.link().getAuthority()).isEqualTo(ours);
        assertThat(letter.text() + letter.html()).doesNotContain("evil");
        return true;
    }
}
