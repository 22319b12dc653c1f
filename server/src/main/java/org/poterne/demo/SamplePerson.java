package org.poterne.demo;

import java.util.HashMap;
import java.util.Optional;
import org.poterne.account.EmailAddress;
import org.poterne.account.NewAccount;
import org.poterne.account.Username;
import org.poterne.profile.Profile;

/** A line of a tenant's {@code sample-people.txt}. */
record SamplePerson(NewAccount account, boolean confirmed, Profile profile) {

    private static final int LEAST_CELLS = 5;

    /** @throws IllegalArgumentException for a line that is no person: the files are shipped with the product */
    static SamplePerson of(String line) {
        var cells = line.split(";", -1);
        if (cells.length < LEAST_CELLS || cells.length > LEAST_CELLS + 1) {
            throw new IllegalArgumentException("not five or six cells: " + line);
        }
        var email = EmailAddress.parse(cells[0]).orElseThrow(() -> new IllegalArgumentException("no address: " + line));
        var username = Optional.of(cells[3].strip())
                .filter(cell -> !cell.isEmpty())
                .map(cell -> Username.parse(cell).orElseThrow(() -> new IllegalArgumentException("no name: " + line)));
        return new SamplePerson(
                new NewAccount(email, username, cells[1].strip(), cells[2].strip()),
                switch (cells[4].strip()) {
                    case "confirmed" -> true;
                    case "unconfirmed" -> false;
                    default -> throw new IllegalArgumentException("neither confirmed nor unconfirmed: " + line);
                },
                profile(cells.length > LEAST_CELLS ? cells[LEAST_CELLS] : ""));
    }

    /** {@code country=FR, organisation-kind=company}. */
    private static Profile profile(String cell) {
        var answers = new HashMap<String, String>();
        for (var answer : cell.split(",", -1)) {
            var sides = answer.strip().split("=", 2);
            if (sides.length == 2) {
                answers.put(sides[0], sides[1]);
            }
        }
        return new Profile(answers);
    }
}
