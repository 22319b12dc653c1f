package org.poterne.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.poterne.password.PasswordRule.MaximumLength;
import org.poterne.password.PasswordRule.MinimumLength;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.Weakness;
import org.poterne.tenant.Weakness.Gravity;

/** A tenant's rules count what a person sees as letters, and nothing else. */
class PasswordPolicyTests {

    private static final PasswordPolicy SIX = new PasswordPolicy(List.of(new MinimumLength(6)));

    @Test
    void lengthIsCountedInCodePointsAfterNfc() {
        assertThat(SIX.broken(new RawPassword("12345"))).containsExactly(new MinimumLength(6));
        assertThat(SIX.broken(new RawPassword("123456"))).isEmpty();
        assertThat(SIX.broken(new RawPassword("\ud83d\udd11".repeat(5))))
                .as("five emoji")
                .isNotEmpty();
        assertThat(SIX.broken(new RawPassword("\ud83d\udd11".repeat(6))))
                .as("six emoji")
                .isEmpty();
        assertThat(SIX.broken(new RawPassword("e\u0301".repeat(5))))
                .as("five é, typed in ten")
                .isNotEmpty();
        assertThat(SIX.broken(new RawPassword("e\u0301".repeat(6))))
                .as("six é, typed in twelve")
                .isEmpty();
        assertThat(SIX.broken(new RawPassword("q\u0308q\u0308q\u0308")))
                .as("marks that do not compose")
                .isEmpty();
        assertThat(SIX.broken(new RawPassword("      ")))
                .as("spaces are letters too")
                .isEmpty();
    }

    @Test
    void aMaximumIsSaidWhenItIsReachedAndNeverBefore() {
        assertThat(SIX.broken(new RawPassword("\ud83d\udd11".repeat(256)))).isEmpty();
        assertThat(SIX.broken(new RawPassword("\ud83d\udd11".repeat(257)))).containsExactly(new MaximumLength(256));
        assertThat(SIX.announced()).containsExactly(new MinimumLength(6));
        var longer = new PasswordPolicy(List.of(new MinimumLength(6), new MaximumLength(1024)));
        assertThat(longer.broken(new RawPassword("a".repeat(1024)))).isEmpty();
        assertThat(longer.broken(new RawPassword("a".repeat(1025)))).containsExactly(new MaximumLength(1024));
    }

    @Test
    void noRuleAsksForClassesOfCharacters() {
        var fifteen = new PasswordPolicy(List.of(new MinimumLength(15)));
        assertThat(fifteen.broken(new RawPassword("aaaaaaaaaaaaaaa"))).isEmpty();
    }

    @Test
    void whatFallsShortNamesItsClause() {
        assertThat(SIX.weaknesses())
                .extracting(Weakness::rule, Weakness::gravity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("password.minimum-length", Gravity.NEEDS_EXCEPTION));
        assertThat(new PasswordPolicy(List.of(new MinimumLength(8))).weaknesses())
                .extracting(Weakness::gravity)
                .containsExactly(Gravity.WARNED);
        assertThat(new PasswordPolicy(List.of(new MinimumLength(15))).weaknesses())
                .isEmpty();
    }

    @Test
    void boundsHold() {
        for (var characters : new int[] {5, 65, -1}) {
            assertThatThrownBy(() -> new MinimumLength(characters)).isInstanceOf(SettingRefused.class);
        }
        for (var characters : new int[] {63, 1025}) {
            assertThatThrownBy(() -> new MaximumLength(characters)).isInstanceOf(SettingRefused.class);
        }
        assertThatThrownBy(() -> new PasswordPolicy(List.of())).isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> new PasswordPolicy(List.of(new MinimumLength(8), new MinimumLength(9))))
                .isInstanceOf(SettingRefused.class);
    }

    @Test
    void twoPasswordsThatAreTheSameInNfcAreOne() {
        assertThat(new RawPassword("se\u0301same"))
                .isEqualTo(new RawPassword("s\u00e9same"))
                .hasSameHashCodeAs(new RawPassword("s\u00e9same"));
        assertThat(new RawPassword("\uff41")).as("NFKC is not applied").isNotEqualTo(new RawPassword("a"));
    }
}
