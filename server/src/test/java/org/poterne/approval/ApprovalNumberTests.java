package org.poterne.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.key.InstallationKey;
import org.poterne.tenant.TenantId;

/** The number is the request's, of this installation and tenant; each is as likely as another. */
class ApprovalNumberTests {

    private static final TenantId GIMIC = new TenantId("gimic");
    private static final TenantId VOISINE = new TenantId("voisine");

    private final ApprovalNumber number = new ApprovalNumber(House.open().bean(InstallationKey.class));

    @Test
    void itHasItsDigitsAndNoLeadingZero() {
        for (var digits = 2; digits <= 8; digits++) {
            var form = "[1-9][0-9]{" + (digits - 1) + "}";
            for (var time = 0; time < 500; time++) {
                assertThat(number.of(GIMIC, UUID.randomUUID(), digits)).matches(form);
            }
        }
    }

    @Test
    void allTwoDigitNumbersAreMetAlike() {
        var seen = new int[100];
        IntStream.range(0, 90_000).forEach(_ -> seen[Integer.parseInt(number.of(GIMIC, UUID.randomUUID(), 2))]++);
        var met = new TreeSet<Integer>();
        for (var each = 10; each < 100; each++) {
            assertThat(seen[each]).as("of a thousand expected").isBetween(800, 1200);
            met.add(each);
        }
        assertThat(met).hasSize(90);
    }

    @Test
    void aReloadShowsTheSameAndAnotherTenantAnother() {
        var request = UUID.randomUUID();
        assertThat(number.of(GIMIC, request, 8)).isEqualTo(number.of(GIMIC, request, 8));
        assertThat(number.of(GIMIC, request, 8)).isNotEqualTo(number.of(VOISINE, request, 8));
    }

    @Test
    void spacesAreNoMistakeAndAnythingElseIs() {
        var request = UUID.randomUUID();
        var right = number.of(GIMIC, request, 6);
        assertThat(number.isRight(GIMIC, request, 6, " " + right.substring(0, 3) + " " + right.substring(3)))
                .isTrue();
        assertThat(number.isRight(GIMIC, request, 6, right + "0")).isFalse();
        assertThat(number.isRight(GIMIC, request, 6, right.substring(1))).isFalse();
        assertThat(number.isRight(GIMIC, request, 6, "")).isFalse();
    }
}
