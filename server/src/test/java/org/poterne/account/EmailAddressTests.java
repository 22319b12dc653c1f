package org.poterne.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two addresses are one if, and only if, their canonical forms are the same letters. */
class EmailAddressTests {

    @Test
    void aCanonicalFormIsLowerCaseInNfcWithItsDomainInAscii() {
        assertThat(canonical("Camille.Martin+poterne@Example.ORG")).contains("camille.martin+poterne@example.org");
        assertThat(canonical("Zoe\u0301@B\u00fccher.example")).contains("zo\u00e9@xn--bcher-kva.example");
        assertThat(canonical("zo\u00c9@XN--BCHER-KVA.example")).contains("zo\u00e9@xn--bcher-kva.example");
        assertThat(canonical("a@example\u3002org")).contains("a@example.org");
        assertThat(canonical("!#$%&'*+/=?^_`{|}~-@example.org")).contains("!#$%&'*+/=?^_`{|}~-@example.org");
    }

    @Test
    void whatIsGivenIsKeptForSendingAndItsDomainIsSentInAscii() {
        var address = parse("Zoé@Bücher.example").orElseThrow();
        assertThat(address.given()).isEqualTo("Zoé@Bücher.example");
        assertThat(address.envelope()).isEqualTo("Zoé@xn--bcher-kva.example");
    }

    @Test
    void spaceAroundAnAddressIsASlipAndSpaceInsideIsAMistake() {
        assertThat(canonical("  camille@example.org\t\n")).contains("camille@example.org");
        for (var text : List.of(
                "camille @example.org",
                "camille@ example.org",
                "ca mille@example.org",
                "camille@exam ple.org",
                "camille\u00a0@example.org",
                "camille@example.org\u00a0",
                "camille\u2003m@example.org")) {
            assertThat(canonical(text)).as(text).isEmpty();
        }
    }

    @Test
    void whatIsNoAddressIsNone() {
        for (var text : List.of(
                "",
                "@",
                "a@b",
                "camille",
                "@example.org",
                "camille@",
                "a@b@example.org",
                "a@@example.org",
                "\"a b\"@example.org",
                "a..b@example.org",
                ".a@example.org",
                "a.@example.org",
                "a@example..org",
                "a@.example.org",
                "a@-example.org",
                "a@example-.org",
                "a@example.o",
                "a@example.1",
                "a@[127.0.0.1]",
                "a@127.0.0.1",
                "a@exa_mple.org",
                "a,b@example.org",
                "a;b@example.org",
                "<a@example.org>",
                "a@example.org,b@example.org",
                "a(b)@example.org",
                "a@example.org.",
                "a\\b@example.org",
                "a:b@example.org")) {
            assertThat(canonical(text)).as(text).isEmpty();
        }
    }

    @Test
    void aHeaderCannotBeInjected() {
        for (var text : List.of(
                "a\r\nBcc: b@example.org",
                "a@example.org\r\nBcc: b@example.org",
                "a\n@example.org",
                "a@example\r.org",
                "a\u0000@example.org",
                "a@example.org\u0000.evil.example",
                "a\u2028b@example.org",
                "a\u0085b@example.org")) {
            assertThat(canonical(text)).as(text.replaceAll("\\p{C}", "?")).isEmpty();
        }
    }

    @Test
    void lookAlikesNeverMeet() {
        for (var pair : List.of(
                List.of("\u0430dmin@example.org", "admin@example.org"), // Cyrillic а
                List.of("adm\u0131n@example.org", "admin@example.org"), // dotless ı: GitHub, 2019
                List.of("ADM\u0130N@example.org", "admin@example.org"), // dotted İ
                List.of("stra\u00dfe@example.org", "strasse@example.org"),
                List.of("a@stra\u00dfe.example", "a@strasse.example"),
                List.of("a@g\u0131thub.example", "a@github.example"),
                List.of("a@\u0430pple.example", "a@apple.example"),
                List.of("e\u0300ve@example.org", "eve@example.org"),
                List.of("\u01c4an@example.org", "dzan@example.org"),
                List.of("a.b@example.org", "ab@example.org"),
                List.of("a+b@example.org", "a@example.org"))) {
            assertThat(parse(pair.getFirst())).as(pair.getFirst()).isNotEqualTo(parse(pair.getLast()));
        }
    }

    @Test
    void aMaskedAddressShowsItsOuterLettersAndItsLastLabel() {
        assertThat(masked("camille.martin@example.org")).isEqualTo("c•••n@e•••.org");
        assertThat(masked(" Camille.MARTIN@Mail.Example.CO.UK ")).isEqualTo("c•••n@m•••.uk");
        assertThat(masked("lea@example.org")).as("three letters").isEqualTo("l•••@e•••.org");
        assertThat(masked("lm@e.org")).isEqualTo("l•••@e•••.org");
        assertThat(masked("l@example.org")).as("one letter is the whole of it").isEqualTo("•••@e•••.org");
        assertThat(masked("lé\u0323a\u0323@example.org"))
                .as("a letter is a letter with its accents")
                .isEqualTo("l•••@e•••.org");
        assertThat(masked("zoé.marée@élan.example")).isEqualTo("z•••e@é•••.example");
        assertThat(masked("иван@почта.рф")).isEqualTo("и•••н@п•••.рф");
    }

    /** Whatever is before the dots and behind them, no more of the address can be read, and nothing tells its length. */
    @Test
    void noMaskedAddressTellsMore() {
        var random = new Random(20_261_127);
        for (var round = 0; round < 5_000; round++) {
            var local = word(random, 1 + random.nextInt(20));
            var labels = 1 + random.nextInt(3);
            var domain = new StringBuilder();
            for (var label = 0; label < labels; label++) {
                domain.append(word(random, 1 + random.nextInt(12))).append('.');
            }
            var last = List.of("org", "fr", "com", "example").get(random.nextInt(4));
            var mask = masked(local + "@" + domain + last);
            var first = local.substring(0, 1);
            var expected = switch (local.length()) {
                case 1 -> "";
                case 2, 3 -> first;
                default -> first + local.substring(local.length() - 1);
            };
            assertThat(mask).matches("[a-z]?•••[a-z]?@[a-z]•••\\.(org|fr|com|example)");
            assertThat(mask.substring(0, mask.indexOf('@')).replace("•••", "")).isEqualTo(expected);
            assertThat(mask.substring(mask.indexOf('@') + 1)).isEqualTo(domain.charAt(0) + "•••." + last);
        }
    }

    private static String word(Random random, int length) {
        return random.ints(length, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static String masked(String text) {
        return parse(text).orElseThrow().masked();
    }

    @Test
    void lettersThatFoldIntoAsciiAreRefused() {
        for (var text : List.of(
                "\u212aamille@example.org", // Kelvin sign
                "a@\u212aamille.example",
                "ca\u017fsis@example.org", // ſ
                "\uff41dmin@example.org", // full-width
                "admin@\uff45xample.org",
                "admin\uff20example.org",
                "\u24b6dmin@example.org", // circled
                "\ufb01n@example.org", // ligature
                "\ud835\udc1admin@example.org", // mathematical bold
                "a@ex\u2024ample.org")) { // one dot leader
            assertThat(canonical(text)).as(text).isEmpty();
        }
    }

    @Test
    void whatNobodySeesIsRefused() {
        var all =
                "\u200b\u200c\u200d\u2060\u00ad\ufeff\u202e\u202d\u2066\u200e\u200f\u061c\ufe0f\u034f\u115f\u3164\u180b\uffa0";
        for (var place = 0; place < all.length(); place++) {
            var unseen = all.charAt(place);
            assertThat(canonical("ad" + unseen + "min@example.org"))
                    .as("U+%04x", (int) unseen)
                    .isEmpty();
            assertThat(canonical("admin@exam" + unseen + "ple.org"))
                    .as("U+%04x", (int) unseen)
                    .isEmpty();
        }
    }

    @Test
    void lengthsAreThoseOfMail() {
        assertThat(canonical("a".repeat(64) + "@example.org")).isPresent();
        assertThat(canonical("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(canonical("é".repeat(32) + "@example.org")).isPresent();
        assertThat(canonical("é".repeat(33) + "@example.org")).as("66 octets").isEmpty();
        assertThat(canonical("a@" + "b".repeat(63) + ".org")).isPresent();
        assertThat(canonical("a@" + "b".repeat(64) + ".org")).isEmpty();
        assertThat(canonical("a".repeat(60) + "@" + ("b".repeat(62) + ".").repeat(3) + "org"))
                .isPresent();
        assertThat(canonical("a".repeat(63) + "@" + ("b".repeat(62) + ".").repeat(3) + "org"))
                .isEmpty();
        assertThat(canonical("a@" + "b".repeat(1_000_000) + ".org")).isEmpty();
    }

    @Test
    void aCanonicalFormAtTheLimitsCanBeReadAgain() {
        // Lower case and A-labels may be longer than what was typed: then there is no canonical form to keep.
        for (var text : List.of(
                "\u0130".repeat(32) + "@example.org",
                "\u023a".repeat(32) + "@example.org",
                "a".repeat(60) + "@" + "\u00fc.".repeat(40) + "example")) {
            parse(text)
                    .ifPresent(address ->
                            assertThat(canonical(address.canonical())).as(text).contains(address.canonical()));
        }
    }

    @Test
    void finalSigmaIsStillSigma() {
        assertThat(parse("\u03b1\u03c2.\u03b2@example.org")).isPresent();
        assertThat(parse("\u03b1\u03c2.\u03b2@example.org")).isEqualTo(parse("\u0391\u03a3.\u0392@example.org"));
        assertThat(parse("\u03bf\u03b4\u03bf\u03c2@example.org"))
                .isEqualTo(parse("\u039f\u0394\u039f\u03a3@example.org"));
    }

    @Test
    void aCanonicalFormIsItsOwnCanonicalForm() {
        var seed = seed();
        var random = new Random(seed);
        for (var round = 0; round < 20_000; round++) {
            var text = anything(random) + "@" + anything(random)
                    + (random.nextBoolean() ? ".org" : ".b\u00fccher.example");
            parse(text).ifPresent(address -> {
                assertThat(canonical(address.canonical()))
                        .as("seed " + seed + " " + text)
                        .contains(address.canonical());
                assertThat(Normalizer.isNormalized(address.canonical(), Normalizer.Form.NFC))
                        .as("seed " + seed + " " + text)
                        .isTrue();
            });
        }
    }

    @Test
    void everyFormOfCaseAndCompositionMeets() {
        var seed = seed();
        var random = new Random(seed);
        var letters = "abcxyz0189.-_+\u00e9\u00e8\u00e7\u00fc\u00f1\u0161\u03b1\u03c3\u03c9\u0436\u044f\u1ebf\u0151";
        for (var round = 0; round < 5_000; round++) {
            var local = new StringBuilder("a");
            for (var length = random.nextInt(12); length > 0; length--) {
                local.append(letters.charAt(random.nextInt(letters.length())));
            }
            var text = local + "z@b\u00fccher.example";
            var address = parse(text);
            for (var variant : List.of(
                    text.toUpperCase(Locale.ROOT),
                    Normalizer.normalize(text, Normalizer.Form.NFD),
                    Normalizer.normalize(text.toUpperCase(Locale.ROOT), Normalizer.Form.NFD),
                    text.replace("b\u00fccher", "XN--BCHER-KVA"))) {
                assertThat(parse(variant))
                        .as("seed " + seed + ": " + text + " and " + variant)
                        .isEqualTo(address);
            }
        }
    }

    @Test
    void noOtherLetterEndsAsAsciiAlone() {
        for (var point = 128; point <= Character.MAX_CODE_POINT; point++) {
            if (Character.getType(point) != Character.SURROGATE) {
                var text = "a" + Character.toString(point) + "b@example.org";
                assertThat(canonical(text).filter(canonical -> canonical.matches("\\p{ASCII}+")))
                        .as("U+%04x", point)
                        .isEmpty();
            }
        }
    }

    @Test
    void anAddressIsNeverPrintedWhole() {
        var printed = parse("camille.martin@example.org").orElseThrow().toString();
        assertThat(printed).isEqualTo("c\u2026@e\u2026");
    }

    @Test
    void equalAddressesAreOneKey() {
        assertThat(parse("A@Example.org")).isEqualTo(parse("a@example.org")).hasSameHashCodeAs(parse("a@example.org"));
    }

    private static String anything(Random random) {
        var text = new StringBuilder();
        for (var length = 1 + random.nextInt(8); length > 0; length--) {
            switch (random.nextInt(4)) {
                case 0 -> text.append("abcIKSz09.-+_".charAt(random.nextInt(13)));
                case 1 -> text.appendCodePoint(0x80 + random.nextInt(0x500));
                case 2 -> text.appendCodePoint(0x1e00 + random.nextInt(0x400));
                default -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            }
        }
        return text.toString();
    }

    private static long seed() {
        return Long.getLong("poterne.seed", System.nanoTime());
    }

    private static Optional<EmailAddress> parse(String text) {
        return EmailAddress.parse(text);
    }

    private static Optional<String> canonical(String text) {
        return parse(text).map(EmailAddress::canonical);
    }
}
