package org.poterne.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.poterne.account.EmailAddress;
import org.poterne.membership.EstablishmentNumber;

/**
 * A line of a tenant's {@code sample-establishments.txt}.
 *
 * @param access rights by username, {@code *} for all
 */
record SampleEstablishment(EstablishmentNumber number, String name, EmailAddress email, Map<String, String> access) {

    private static final int CELLS = 4;

    /** @throws IllegalArgumentException for a line that is no establishment: the files are shipped with the product */
    static SampleEstablishment of(String line) {
        var cells = line.split(";", -1);
        if (cells.length != CELLS) {
            throw new IllegalArgumentException("not four cells: " + line);
        }
        var access = new LinkedHashMap<String, String>();
        for (var pair : cells[3].split(",", -1)) {
            var sides = pair.strip().split("=", 2);
            if (sides.length == 2) {
                access.put(sides[0], sides[1]);
            }
        }
        return new SampleEstablishment(
                EstablishmentNumber.parse(cells[0])
                        .orElseThrow(() -> new IllegalArgumentException("no identifier: " + line)),
                cells[1].strip(),
                EmailAddress.parse(cells[2].strip())
                        .orElseThrow(() -> new IllegalArgumentException("no address: " + line)),
                access);
    }
}
