package org.poterne.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.poterne.account.Username;
import org.poterne.house.House;
import org.poterne.tenant.TenantId;

/** What a name of nobody's is shown cannot be told from what somebody's is. */
class InventedAddressesTests {

    private static final House HOUSE = House.open();
    private static final InventedAddresses INVENTED = HOUSE.bean(InventedAddresses.class);

    @Test
    void theSameNameIsShownTheSameAtEachNodeHoweverItIsWritten() {
        try (var node = HOUSE.secondNode()) {
            for (var name : new String[] {"nobody", "NOBODY", " Nobody ", "ｎｏｂｏｄｙ"}) {
                assertThat(of(node.bean(InventedAddresses.class), "extranet", name))
                        .as(name)
                        .isEqualTo(of(INVENTED, "extranet", "nobody"));
            }
        }
    }

    @Test
    void anotherTenantShowsAnother() {
        assertThat(IntStream.range(0, 100)
                        .filter(number -> of(INVENTED, "extranet", "name" + number)
                                .equals(of(INVENTED, "metamots", "name" + number))))
                .hasSizeLessThan(15);
    }

    /** Every kind of name, the odd ones too, gets an address of the shape that real ones have. */
    @Test
    void anyNameHasOneOfTheShapeOfRealOnes() {
        Stream.concat(
                        Stream.of("ab", "a.", "a..b", "x-", "léa.moreau", "иван", "李小龙", "a_b-c.d", "12345", "é2"),
                        IntStream.range(0, 2_000).mapToObj(number -> "name" + number))
                .forEach(name -> assertThat(of(INVENTED, "extranet", name))
                        .as(name)
                        .matches("[a-z0-9]?•••[a-z0-9._-]?@[a-z]•••\\.(com|fr|net|org)"));
    }

    /** As real ones do: many letters, none nearly always; half of them begin as the name does. */
    @Test
    void theirLettersVary() {
        var names = IntStream.range(0, 4_000)
                .mapToObj(number -> (char) ('a' + number % 26) + "user" + number)
                .toList();
        var shown = new HashMap<String, String>();
        names.forEach(name -> shown.put(name, of(INVENTED, "extranet", name)));
        for (var letter : List.<UnaryOperator<String>>of(
                mask -> mask.substring(0, 1),
                mask -> mask.substring(mask.indexOf('@') - 1, mask.indexOf('@')),
                mask -> mask.substring(mask.indexOf('@') + 1, mask.indexOf('@') + 2),
                mask -> mask.substring(mask.lastIndexOf('.')))) {
            var counts = shown.values().stream().collect(Collectors.groupingBy(letter, Collectors.counting()));
            assertThat(counts).hasSizeGreaterThanOrEqualTo(4);
            assertThat(counts.values()).allMatch(count -> count < 2_600);
        }
        var alike = names.stream()
                .filter(name -> shown.getOrDefault(name, "").startsWith(name.substring(0, 1)))
                .count();
        assertThat(alike).isBetween(1_800L, 2_500L);
    }

    private static String of(InventedAddresses invented, String tenant, String name) {
        return invented.of(new TenantId(tenant), Username.parse(name).orElseThrow())
                .masked();
    }
}
