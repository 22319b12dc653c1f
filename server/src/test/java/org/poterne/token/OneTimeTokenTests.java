package org.poterne.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A token is 256 random bits with one spelling. */
class OneTimeTokenTests {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @Test
    void whatIsRevealedIsReadAgain() {
        var seen = new HashSet<String>();
        for (var time = 0; time < 1_000; time++) {
            var token = OneTimeToken.fresh();
            assertThat(token.reveal()).hasSize(43).matches("[A-Za-z0-9_-]+");
            assertThat(OneTimeToken.parse(token.reveal()))
                    .get()
                    .extracting(OneTimeToken::reveal)
                    .isEqualTo(token.reveal());
            assertThat(OneTimeToken.parse(token.reveal()).orElseThrow().digest())
                    .isEqualTo(token.digest());
            assertThat(seen.add(token.reveal())).as("never the same twice").isTrue();
        }
    }

    @Test
    void onlyOneSpellingIsAToken() {
        var text = OneTimeToken.fresh().reveal();
        var spellings = ALPHABET.chars()
                .mapToObj(last -> text.substring(0, 42) + (char) last)
                .filter(spelling -> OneTimeToken.parse(spelling)
                        .filter(read -> java.util.Arrays.equals(
                                read.digest(),
                                OneTimeToken.parse(text).orElseThrow().digest()))
                        .isPresent())
                .toList();
        assertThat(spellings).containsExactly(text);
    }

    @Test
    void aMangledLinkIsNoToken() {
        var text = "A".repeat(42) + "E";
        assertThat(OneTimeToken.parse(text)).isPresent();
        for (var mangled : List.of(
                "",
                text + "=",
                text + "A",
                text.substring(1),
                " " + text,
                text.substring(1) + " ",
                "+" + text.substring(1),
                "/" + text.substring(1),
                "é" + text.substring(1),
                text.substring(1) + "\n",
                "A".repeat(1_000_000),
                text.substring(1) + "\u0000",
                "A".repeat(41) + "==")) {
            assertThat(OneTimeToken.parse(mangled)).isEmpty();
        }
    }

    @Test
    void aTokenIsNotPrintedAndItsDigestIsNotItsSecret() {
        var token = OneTimeToken.fresh();
        assertThat(token).hasToString("OneTimeToken[redacted]");
        assertThat(token.digest())
                .hasSize(32)
                .isNotEqualTo(java.util.Base64.getUrlDecoder().decode(token.reveal()));
    }
}
