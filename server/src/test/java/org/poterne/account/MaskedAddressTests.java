package org.poterne.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a masked address shows: never more than four of its letters. */
class MaskedAddressTests {

    @ParameterizedTest
    @CsvSource({
        "camille.martin@example.org, c•••n@e•••.org",
        "anna@example.org, a•••a@e•••.org",
        "bob@example.org, b•••@e•••.org",
        "jo@example.org, j•••@e•••.org",
        "x@example.org, •••@e•••.org",
        "Éric.D@mail.example.co.uk, é•••d@m•••.uk"
    })
    void showsAsMuchAsItsOwnerRecognises(String address, String masked) {
        assertThat(EmailAddress.parse(address)).map(EmailAddress::masked).contains(masked);
    }

    @Test
    void isAsLongForAnyLengthAndShowsNothingOfTheMiddle() {
        var random = new Random(20_26);
        for (var round = 0; round < 500; round++) {
            var local = letters(random, 4 + random.nextInt(40));
            var domain = letters(random, 2 + random.nextInt(20));
            var masked = EmailAddress.parse(local + "@" + domain + ".org")
                    .orElseThrow()
                    .masked();
            assertThat(masked)
                    .matches("[a-z]•••[a-z]@[a-z]•••\\.org")
                    .startsWith(local.substring(0, 1) + "•••" + local.substring(local.length() - 1) + "@"
                            + domain.charAt(0));
        }
    }

    private static String letters(Random random, int count) {
        return random.ints(count, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
