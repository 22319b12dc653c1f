package org.poterne.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.poterne.account.EmailAddress;
import org.poterne.account.Username;
import org.poterne.house.House;
import org.poterne.password.PasswordRule.Classes;
import org.poterne.password.PasswordRule.History;
import org.poterne.password.PasswordRule.MaximumLength;
import org.poterne.password.PasswordRule.MinimumLength;
import org.poterne.password.PasswordRule.NotCommon;
import org.poterne.password.PasswordRule.UnlikeAccount;
import org.poterne.tenant.TenantId;

/** Each rule refuses what it is there for, and nothing else. */
class PasswordJudgeTests {

    private static final House HOUSE = House.open();
    private static final TenantId AGORA = new TenantId("agora");
    private static final int ROUNDS = 2_000;
    private static final PasswordOwner CAMILLE = new PasswordOwner(
            Optional.empty(),
            EmailAddress.parse("Camille.Martin42@example.org").orElseThrow(),
            Username.parse("Zoé-du-Lac"),
            "Camille",
            "Martin-Dupuis");

    private final PasswordJudge judge = HOUSE.bean(PasswordJudge.class);
    private final Random random = new Random(20_261_123);

    @Test
    void lengthIsCountedInCodePointsAfterNfc() {
        var six = new MinimumLength(6);
        isBrokenBy(six, "12345", "", "\ud83d\udd11".repeat(5), "e\u0301".repeat(5));
        isKeptBy(six, "123456", "\ud83d\udd11".repeat(6), "e\u0301".repeat(6), "q\u0308q\u0308q\u0308", "      ");
    }

    @Test
    void aMaximumIsSaidWhenItIsReachedAndNeverBefore() {
        isKeptBy(new MaximumLength(256), "\ud83d\udd11".repeat(256));
        isBrokenBy(new MaximumLength(256), "\ud83d\udd11".repeat(257));
        isBrokenBy(new MaximumLength(1024), "a".repeat(1025));
    }

    @Test
    void everyLengthBetweenTheBoundsIsAcceptedAndNoOther() {
        for (var round = 0; round < ROUNDS; round++) {
            var length = random.nextInt(300);
            var broken = broken(List.of(new MinimumLength(10), new MaximumLength(256)), letters(length));
            assertThat(broken.isEmpty()).as("%d code points", length).isEqualTo(length >= 10 && length <= 256);
        }
    }

    /** NIST SP 800-63B-4 §3.1.1.2: no composition rule; ASVS 6.2.5. */
    @Test
    void noRuleAsksForClassesOfCharacters() {
        var usual = new PasswordPolicy(List.of(new MinimumLength(15)), Optional.empty()).held();
        assertThat(broken(usual, "aaaaaaaaaaaaaaa")).isEmpty();
        assertThat(broken(usual, "verger tambour ficelle nuage")).isEmpty();
    }

    @Test
    void aPasswordIsNotWhatOthersKnowOfItsOwner() {
        isBrokenBy(
                new UnlikeAccount(),
                "camille.martin42@example.org",
                "CAMILLE.MARTIN42@EXAMPLE.ORG",
                "camille.martin42",
                "Zoé-du-Lac",
                "zoe-du-lac",
                "zoe du lac",
                "Camille",
                "martin-dupuis",
                "Camille Martin-Dupuis",
                "MartinDupuisCamille",
                "Agora",
                "poterne");
    }

    /** PW-5: the whole password is compared, never a part of it. */
    @Test
    void aPasswordMayHoldANameAmongOtherThings() {
        isKeptBy(
                new UnlikeAccount(),
                "camille et les sept nuages",
                "camille.martin42@example.org!",
                "xZoé-du-Lac",
                "martin",
                "agoras");
    }

    @Test
    void aNameIsKnownInWhateverFormItIsTyped() {
        for (var name : CAMILLE.names().toList()) {
            for (var round = 0; round < 200; round++) {
                isBrokenBy(new UnlikeAccount(), disguised(name));
            }
        }
    }

    @Test
    void eachKindOfCharacterThatIsAskedForMustBeThere() {
        var all = new Classes(List.of(CharacterClass.values()));
        isKeptBy(all, "aB3!", "éÀ٣ ", "ßẞ9🔑", "ωΩ1…");
        isBrokenBy(all, "B3!B3!", "ab3!", "aBc!", "aB33", "");
        isKeptBy(new Classes(List.of(CharacterClass.DIGIT)), "3");
        isBrokenBy(new Classes(List.of(CharacterClass.SPECIAL)), "aB3é");
    }

    /** A letter of a script without case is neither: nobody who writes it could keep the rule. */
    @Test
    void aLetterWithoutCaseCountsAsBoth() {
        isKeptBy(new Classes(List.of(CharacterClass.LOWER, CharacterClass.UPPER)), "سلام", "密码", "שלום");
    }

    @Test
    void aPassphraseOfTwentyIsFreeOfKinds() {
        var all = new Classes(List.of(CharacterClass.values()));
        isBrokenBy(all, "a".repeat(19));
        isKeptBy(all, "a".repeat(20));
    }

    @Test
    void kindsAreFoundWhereverTheyStand() {
        var all = new Classes(List.of(CharacterClass.values()));
        for (var round = 0; round < ROUNDS; round++) {
            var text = letters(1 + random.nextInt(19));
            var expected = text.codePoints().anyMatch(Character::isLowerCase)
                    && text.codePoints().anyMatch(Character::isUpperCase)
                    && text.codePoints().anyMatch(Character::isDigit)
                    && text.codePoints().anyMatch(point -> !Character.isLetterOrDigit(point));
            assertThat(broken(List.of(all), text).isEmpty()).as(text).isEqualTo(expected);
        }
    }

    @Test
    void aCommonPasswordIsRefusedWhereNobodyListedTheRule() {
        var six = new PasswordPolicy(List.of(new MinimumLength(6)), Optional.empty()).held();
        assertThat(broken(six, "azertyuiop")).containsExactly(new NotCommon());
        assertThat(broken(six, "camille.martin42@example.org")).containsExactly(new UnlikeAccount());
    }

    /** EX-4: what somebody types as the password in use is not counted up. */
    @Test
    void thePasswordInUseCountedUpIsNoNewOne() {
        var next = new RawPassword("Verger-Tambour-2027!");
        var current = Optional.of(new RawPassword("Verger-Tambour-2026!"));
        assertThat(judge.broken(AGORA, List.of(new History(5)), new Candidate(next, CAMILLE, current)))
                .containsExactly(new History(5));
        assertThat(judge.broken(AGORA, List.of(new NotCommon()), new Candidate(next, CAMILLE, current)))
                .as("where the tenant asks for it")
                .isEmpty();
    }

    @Test
    void brokenRulesAreToldTogetherAndInTheOrderOfThePage() {
        var rules = List.of(new UnlikeAccount(), new MinimumLength(12), new NotCommon());
        assertThat(broken(rules, "Camille")).containsExactlyElementsOf(rules);
    }

    private void isBrokenBy(PasswordRule rule, String... passwords) {
        for (var password : passwords) {
            assertThat(broken(List.of(rule), password)).as(password).containsExactly(rule);
        }
    }

    private void isKeptBy(PasswordRule rule, String... passwords) {
        for (var password : passwords) {
            assertThat(broken(List.of(rule), password)).as(password).isEmpty();
        }
    }

    private List<PasswordRule> broken(List<? extends PasswordRule> rules, String password) {
        var candidate = new Candidate(new RawPassword(password), CAMILLE, Optional.empty());
        return judge.broken(AGORA, List.copyOf(rules), candidate);
    }

    private String letters(int length) {
        var letters = "abcXYZ019 -é\u0153Œ?".codePoints().toArray();
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    /** The same to a reader: other case, composed or not, full width, or with something unseen inside. */
    private String disguised(String name) {
        var text = random.nextBoolean() ? name.toUpperCase(Locale.ROOT) : name.toLowerCase(Locale.ROOT);
        text = Normalizer.normalize(text, random.nextBoolean() ? Normalizer.Form.NFKD : Normalizer.Form.NFC);
        if (random.nextBoolean()) {
            text = text.replace('a', '\uff41').replace('M', '\uff2d');
        }
        var at = random.nextInt(text.length());
        return random.nextBoolean() ? text.substring(0, at) + "\u200b" + text.substring(at) : text;
    }
}
