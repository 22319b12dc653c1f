package org.poterne.account;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.IDNA;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address: as it was given, for sending, and in its canonical form, for comparing.
 *
 * <p>Canonical: NFC, lower case, the domain as A-labels (UTS #46). Two addresses are one if, and only if, their canonical
 * forms are the same letters. No provider's habits (dots, {@code +tags}) are guessed.
 *
 * <p>Letters that turn into ASCII under compatibility folding (the Kelvin sign, full-width letters, ſ) are refused: they
 * are how one address was made to stand for another (Django CVE-2019-19844). What remains, such as ı or Cyrillic а, never
 * folds into an ASCII letter.
 */
public final class EmailAddress {

    private static final int LONGEST = 254; // RFC 5321 §4.5.3.1.3, less the angle brackets
    private static final int LONGEST_LOCAL = 64; // RFC 5321 §4.5.3.1.1, octets
    private static final String DOTS = "•••";
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");
    private static final IDNA UTS46 = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    private final String given;
    private final String canonical;

    private EmailAddress(String given, String canonical) {
        this.given = given;
        this.canonical = canonical;
    }

    /** Any text of the outside world; white space around it is a slip of the finger, not part of it. */
    public static Optional<EmailAddress> parse(String text) {
        var given = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        var at = given.lastIndexOf('@');
        if (at < 1 || given.length() > LONGEST || masquerades(text) || isUnseen(given)) {
            return Optional.empty();
        }
        var local = given.substring(0, at);
        var lower = lower(local);
        if (!LOCAL.matcher(local).matches() || isTooLong(local) || isTooLong(lower)) {
            return Optional.empty();
        }
        return domain(given.substring(at + 1))
                .map(domain -> new EmailAddress(given, lower + "@" + domain))
                .filter(address -> address.canonical.length() <= LONGEST);
    }

    /** Final sigma is a matter of its neighbours, not of case: ς and σ are one letter. */
    private static String lower(String local) {
        return Normalizer.normalize(local.toLowerCase(Locale.ROOT).replace('ς', 'σ'), Normalizer.Form.NFC);
    }

    /** Of both forms, lest a canonical form be longer than it can be read again. */
    private static boolean isTooLong(String local) {
        return local.getBytes(StandardCharsets.UTF_8).length > LONGEST_LOCAL;
    }

    private static Optional<String> domain(String text) {
        var ascii = new StringBuilder();
        var info = new IDNA.Info();
        UTS46.nameToASCII(text, ascii, info);
        var domain = ascii.toString().toLowerCase(Locale.ROOT);
        return !info.hasErrors() && DOMAIN.matcher(domain).matches() ? Optional.of(domain) : Optional.empty();
    }

    private static boolean masquerades(String text) {
        return text.strip()
                .codePoints()
                .filter(point -> point > 127)
                .mapToObj(Character::toString)
                .map(letter -> Normalizer.normalize(letter, Normalizer.Form.NFKC))
                .anyMatch(folded -> folded.codePoints().anyMatch(point -> point < 128));
    }

    /** Variation selectors, Hangul fillers, soft hyphens: two addresses that look the same would be two. */
    private static boolean isUnseen(String text) {
        return text.codePoints()
                .filter(point -> point != ZERO_WIDTH_NON_JOINER && point != ZERO_WIDTH_JOINER) // UTS #46 judges those
                .anyMatch(point -> UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT));
    }

    /** For sending, and for showing to its owner. */
    public String given() {
        return given;
    }

    /** For comparing. */
    public String canonical() {
        return canonical;
    }

    /** The domain as A-labels, for the envelope. */
    public String envelope() {
        return given.substring(0, given.lastIndexOf('@')) + canonical.substring(canonical.lastIndexOf('@'));
    }

    /** Whether it needs a mail server that knows SMTPUTF8 (RFC 6531): a letter before the @ that is not ASCII. */
    public boolean isBeyondAscii() {
        return envelope().codePoints().anyMatch(point -> point > 127);
    }

    /**
     * For whoever is to say whether it is theirs, or to tell two apart: {@code c•••n@e•••.org}. As many dots for everybody,
     * since their number would tell the length; of a name of two or three letters one is shown, of a single one none.
     */
    public String masked() {
        var at = canonical.lastIndexOf('@');
        return maskedLocal(canonical.substring(0, at)) + "@" + maskedDomain(canonical.substring(at + 1));
    }

    private static String maskedLocal(String local) {
        var letters = local.codePoints()
                .filter(point -> !UCharacter.hasBinaryProperty(point, UProperty.GRAPHEME_EXTEND)) // no accent by itself
                .mapToObj(Character::toString)
                .toList();
        var first = letters.size() > 1 ? letters.getFirst() : "";
        var last = letters.size() > 3 ? letters.getLast() : "";
        return first + DOTS + last;
    }

    private static String maskedDomain(String ascii) {
        var domain = new StringBuilder();
        UTS46.nameToUnicode(ascii, domain, new IDNA.Info());
        return Character.toString(domain.codePointAt(0)) + DOTS + domain.substring(domain.lastIndexOf("."));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress address && address.canonical.equals(canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    /** Never whole, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return given.substring(0, 1) + "…@"
                + canonical.substring(canonical.lastIndexOf('@') + 1, canonical.lastIndexOf('@') + 2) + "…";
    }
}
