package org.poterne.recoverycode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.password.RawPassword;

class RecoveryCodeTests {

    /** NIST SP 800-63B-4 §4.2.1.1: at least 64 bits are secret, whatever else the paper says. */
    @Test
    void aCodeIsSixteenCharactersInGroupsOfFour() {
        var code = RecoveryCode.fresh();
        assertThat(code.reveal()).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(code.selector()).hasSize(3);
        assertThat(code.secret())
                .isEqualTo(new RawPassword(code.reveal().replace("-", "").substring(3)));
    }

    @RepeatedTest(300)
    void howeverItIsCopiedItIsTheSame(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var code = RecoveryCode.fresh();
        var typed = code.reveal()
                .chars()
                .mapToObj(letter -> copied(random, (char) letter))
                .collect(Collectors.joining());
        var parsed = RecoveryCode.parse(typed);
        assertThat(parsed).as(typed).isPresent();
        assertThat(parsed.get().reveal()).isEqualTo(code.reveal());
    }

    private static String copied(Random random, char letter) {
        return switch (letter) {
            case '-' -> new String[] {"-", " ", "", " - ", "\u00a0", "–", "\t"}[random.nextInt(7)];
            case '0' -> new String[] {"0", "o", "O"}[random.nextInt(3)];
            case '1' -> new String[] {"1", "i", "I", "l", "L"}[random.nextInt(5)];
            default ->
                random.nextBoolean()
                        ? String.valueOf(letter)
                        : String.valueOf(letter).toLowerCase(Locale.ROOT);
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7K2M-Q0RT-3XVB-W9H",
                "7K2M-Q0RT-3XVB-W9HDA",
                "7K2M-Q0RT-3XVB-W9HU",
                "7K2M_Q0RT_3XVB_W9HD",
                "123456",
                "7K2M-Q0RT-3XVB-W9H\u0417"
            })
    void theseAreNone(String typed) {
        assertThat(RecoveryCode.parse(typed)).isEmpty();
    }

    @Test
    void aSetIsTenCodesThatAreToldApartByTheirBeginning() {
        for (var round = 0; round < 200; round++) {
            var codes = CodeSet.fresh().codes();
            assertThat(codes).hasSize(10);
            assertThat(codes.stream().map(RecoveryCode::selector)).doesNotHaveDuplicates();
        }
    }

    @Test
    void nothingPrintsACode() {
        var code = RecoveryCode.fresh();
        assertThat(code.toString()).doesNotContain(code.reveal(), code.selector());
        assertThat(CodeSet.fresh().toString()).isEqualTo("CodeSet[redacted]");
    }
}
