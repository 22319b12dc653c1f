package org.poterne.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.poterne.password.PasswordRule.Classes;
import org.poterne.password.PasswordRule.History;
import org.poterne.password.PasswordRule.MaximumLength;
import org.poterne.password.PasswordRule.MinimumLength;
import org.poterne.password.PasswordRule.NotCommon;
import org.poterne.password.PasswordRule.UnlikeAccount;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.Weakness;
import org.poterne.tenant.Weakness.Gravity;
import org.poterne.words.Sentences;

/** What a tenant may ask of a password, and what it is told when it asks the wrong thing. */
class PasswordPolicyTests {

    private static final List<CharacterClass> ALL_KINDS = List.of(CharacterClass.values());

    @Test
    void theBlocklistAndTheMaximumHoldWhateverIsListedAndAreAnnouncedWhereListed() {
        var six = policy(new MinimumLength(6));
        assertThat(six.announced()).as("gimic's text as it is").containsExactly(new MinimumLength(6));
        assertThat(six.held())
                .containsExactly(new MinimumLength(6), new MaximumLength(256), new NotCommon(), new UnlikeAccount());

        var ten = policy(new MinimumLength(10), new NotCommon(), new UnlikeAccount());
        assertThat(ten.announced()).containsExactly(new MinimumLength(10), new NotCommon(), new UnlikeAccount());
        assertThat(ten.held())
                .containsExactly(new MinimumLength(10), new NotCommon(), new UnlikeAccount(), new MaximumLength(256));

        var longer = policy(new MinimumLength(15), new MaximumLength(1024));
        assertThat(longer.announced()).containsExactly(new MinimumLength(15));
        assertThat(longer.held()).contains(new MaximumLength(1024)).doesNotContain(new MaximumLength(256));
    }

    @Test
    void whatFallsShortNamesItsClause() {
        assertThat(policy(new MinimumLength(7)).weaknesses())
                .extracting(Weakness::rule, Weakness::gravity)
                .containsExactly(tuple("password.minimum-length", Gravity.NEEDS_EXCEPTION));
        assertThat(policy(new MinimumLength(8)).weaknesses())
                .extracting(Weakness::gravity)
                .containsExactly(Gravity.WARNED);
        assertThat(policy(new MinimumLength(15), new NotCommon(), new UnlikeAccount(), new History(5))
                        .weaknesses())
                .isEmpty();
        assertThat(policy(new MinimumLength(15), new Classes(ALL_KINDS)).weaknesses())
                .singleElement()
                .satisfies(weakness -> {
                    assertThat(weakness.rule()).isEqualTo("password.classes");
                    assertThat(weakness.gravity()).isEqualTo(Gravity.NEEDS_EXCEPTION);
                    assertThat(weakness.clause()).contains("§3.1.1.2", "6.2.5");
                });
    }

    @Test
    void aPasswordThatExpiresIsBelowTheStandardsAndNeverGoesWithoutHistory() {
        var ninety = expiring(Duration.ofDays(90), new MinimumLength(15));
        assertThat(ninety.weaknesses()).singleElement().satisfies(weakness -> {
            assertThat(weakness.rule()).isEqualTo("password.expires-after");
            assertThat(weakness.gravity()).isEqualTo(Gravity.NEEDS_EXCEPTION);
            assertThat(weakness.clause()).contains("§3.1.1.2", "6.2.10");
        });
        assertThat(ninety.announced()).containsExactly(new MinimumLength(15), new History(5));
        assertThat(ninety.held()).contains(new History(5));
        assertThat(ninety.remembered()).isEqualTo(4);
        assertThat(expiring(Duration.ofDays(90), new MinimumLength(15), new History(12))
                        .announced())
                .containsExactly(new MinimumLength(15), new History(12));
        refused(() -> expiring(Duration.ofDays(90), new MinimumLength(15), new History(4)));
        refused(() -> expiring(Duration.ofDays(29), new MinimumLength(15)));
        refused(() -> expiring(Duration.ofDays(1096), new MinimumLength(15)));
    }

    @Test
    void aPasswordExpiresAfterItsLifeOrNever() {
        var since = Instant.parse("2026-01-01T10:00:00Z");
        assertThat(expiring(Duration.ofDays(90), new MinimumLength(15)).expiry(since))
                .hasValue(Instant.parse("2026-04-01T10:00:00Z"));
        assertThat(policy(new MinimumLength(15)).expiry(since)).isEmpty();
    }

    @Test
    void aLengthThatIsNotEnoughAloneIsAdvisedAgainst() {
        assertThat(policy(new MinimumLength(14)).advisedLength()).hasValue(15);
        assertThat(policy(new MinimumLength(15)).advisedLength()).isEmpty();
    }

    @Test
    void boundsHold() {
        Stream.of(5, 65, -1).forEach(wrong -> refused(() -> new MinimumLength(wrong)));
        Stream.of(63, 1025).forEach(wrong -> refused(() -> new MaximumLength(wrong)));
        Stream.of(0, 25, -1).forEach(wrong -> refused(() -> new History(wrong)));
        refused(() -> new Classes(List.of()));
        refused(() -> new Classes(List.of(CharacterClass.DIGIT, CharacterClass.DIGIT)));
        refused(() -> policy());
        refused(() -> policy(new NotCommon()));
        refused(() -> policy(new MinimumLength(8), new MinimumLength(9)));
        refused(() -> policy(new MinimumLength(8), new History(2), new History(3)));
    }

    @Test
    void asManyEarlierPasswordsAreKeptAsTheRuleLooksBackTo() {
        assertThat(policy(new MinimumLength(15)).remembered()).isZero();
        assertThat(policy(new MinimumLength(15), new History(1)).remembered()).isZero();
        assertThat(policy(new MinimumLength(15), new History(24)).remembered()).isEqualTo(23);
    }

    @Test
    void twoPasswordsThatAreTheSameInNfcAreOne() {
        assertThat(new RawPassword("se\u0301same"))
                .isEqualTo(new RawPassword("s\u00e9same"))
                .hasSameHashCodeAs(new RawPassword("s\u00e9same"));
        assertThat(new RawPassword("\uff41")).as("NFKC is not applied").isNotEqualTo(new RawPassword("a"));
    }

    /** As the help page of agora says them, put together from the rules' own words; a tenant has a word for "username". */
    @Test
    void theRulesReadAsOneSentence() {
        var agora = List.of(new MinimumLength(10), new NotCommon(), new UnlikeAccount());
        assertThat(sentence(Locale.FRENCH, agora))
                .isEqualTo(
                        "10 caractères minimum, ne doit pas être trop commun et doit être différent de votre identifiant"
                                + " et de votre email");
        assertThat(sentence(Locale.ENGLISH, agora))
                .isEqualTo("10 characters minimum, must not be too common, and must differ from your username and your"
                        + " email address");
    }

    @Test
    void kindsOfCharactersAreJoinedAsTheLanguageDoes() {
        var all = new Classes(ALL_KINDS);
        assertThat(sentence(Locale.FRENCH, List.of(all)))
                .isEqualTo("doit contenir une minuscule, une majuscule, un chiffre et un caractère spécial");
        var two = new Classes(List.of(CharacterClass.DIGIT, CharacterClass.LOWER));
        assertThat(sentence(Locale.FRENCH, List.of(two))).isEqualTo("doit contenir une minuscule et un chiffre");
        var one = new Classes(List.of(CharacterClass.UPPER));
        assertThat(sentence(Locale.ENGLISH, List.of(one))).isEqualTo("must contain an upper-case letter");
        assertThat(sentence(Locale.FRENCH, List.of(new History(1))))
                .isEqualTo("doit être différent de votre mot de passe actuel");
        assertThat(sentence(Locale.FRENCH, List.of(new History(5))))
                .isEqualTo("doit être différent de vos 5 derniers mots de passe");
    }

    private static String sentence(Locale language, List<? extends PasswordRule> rules) {
        var words = new Sentences().in(language);
        return words.list(
                rules.stream().map(rule -> PasswordSentences.rule(words, rule)).toList());
    }

    private static void refused(Runnable rule) {
        assertThatThrownBy(rule::run).isInstanceOf(SettingRefused.class);
    }

    private static PasswordPolicy policy(PasswordRule... rules) {
        return new PasswordPolicy(List.of(rules), Optional.empty());
    }

    private static PasswordPolicy expiring(Duration life, PasswordRule... rules) {
        return new PasswordPolicy(List.of(rules), Optional.of(life));
    }
}
