package org.poterne.guidebook;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** People who could be anybody: no two of one guide have the same name. */
final class Names {

    private static final List<String> GIVEN =
            List.of("Camille", "Alex", "Sam", "Dominique", "Claude", "Maxime", "Andrea", "Noa", "Charlie");
    private static final List<String> FAMILY = List.of(
            "Martin", "Bernard", "Petit", "Durand", "Moreau", "Laurent", "Simon", "Michel", "Leroy", "Roux", "Costa");

    private final AtomicInteger told = new AtomicInteger();

    record Name(String given, String family) {

        String joined() {
            return (given + "." + family).toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Nine times eleven names, then the same ones with a number. */
    Name next() {
        var number = told.getAndIncrement();
        var round = number / (GIVEN.size() * FAMILY.size());
        var family = FAMILY.get(number % FAMILY.size());
        return new Name(GIVEN.get(number % GIVEN.size()), round == 0 ? family : family + " " + (round + 1));
    }
}
