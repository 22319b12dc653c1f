package org.poterne.account;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name that an account is known by inside its tenant: as it was given, for showing; in its canonical form, for comparing;
 * and as a skeleton, which look-alikes share.
 *
 * <p>Canonical: the UsernameCaseMapped profile (RFC 8265 §3.3), that is width folded, lower case, NFC. Letters, digits and
 * {@code . _ -} inside, of one script beside digits and Latin (UTS #39, highly restrictive), so that Cyrillic а never sits
 * in a Latin name.
 */
public final class Username {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 30;
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]*");
    private static final SpoofChecker SPOOF = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.MIXED_NUMBERS | SpoofChecker.HIDDEN_OVERLAY)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    private final String given;
    private final String canonical;

    private Username(String given, String canonical) {
        this.given = given;
        this.canonical = canonical;
    }

    /** Any text of the outside world; 2 to 30 code points. White space around it is a slip of the finger. */
    public static Optional<Username> parse(String text) {
        var given = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        var canonical = canonical(given);
        var length = canonical.codePointCount(0, canonical.length());
        return length >= SHORTEST
                        && length <= LONGEST
                        && FORM.matcher(canonical).matches()
                        && canonical.codePoints().noneMatch(Username::isUnseen)
                        && !SPOOF.failsChecks(canonical)
                ? Optional.of(new Username(given, canonical))
                : Optional.empty();
    }

    /** Final sigma is a matter of its neighbours, not of case; compatibility forms (full width, ﬁ, ſ) are their plain letters. */
    private static String canonical(String given) {
        var folded = Normalizer.normalize(given, Normalizer.Form.NFKC);
        var lower = UCharacter.toLowerCase(Locale.ROOT, folded).replace('ς', 'σ');
        return Normalizer.normalize(lower, Normalizer.Form.NFKC);
    }

    private static boolean isUnseen(int point) {
        return UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    /** For showing. */
    public String given() {
        return given;
    }

    /** For comparing. */
    public String canonical() {
        return canonical;
    }

    /** What look-alikes share (UTS #39 §4), accents put aside: {@code paul}, {@code pau1}, {@code PauI} and {@code Pàul}. */
    public String skeleton() {
        return skeleton(canonical);
    }

    static String skeleton(String canonical) {
        var bare = Normalizer.normalize(canonical, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        // A name is shown as it was given: a capital I is an l to the eye, though its small i is not.
        return SPOOF.getSkeleton(UCharacter.foldCase(SPOOF.getSkeleton(bare), true))
                .replace('i', 'l');
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Username username && username.canonical.equals(canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    /** Never whole, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return given.substring(0, 1) + "…";
    }
}
