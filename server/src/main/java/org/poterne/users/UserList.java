package org.poterne.users;

import com.ibm.icu.lang.UCharacter;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.poterne.membership.Administrator;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;
import org.springframework.stereotype.Component;

/** Everybody of an establishment, by name; those that a search finds. */
@Component
class UserList {

    private final People people;
    private final Invited invited;

    UserList(People people, Invited invited) {
        this.people = people;
        this.invited = invited;
    }

    /** @param search part of a name or address, case and accents aside; empty finds everybody */
    List<UserRow> matching(Tenant tenant, Words words, Administrator administrator, String search) {
        var wanted = folded(search);
        return Stream.concat(people.rows(tenant, words, administrator), invited.rows(tenant, words, administrator))
                .filter(row -> folded(row.name()).contains(wanted)
                        || folded(row.email()).contains(wanted))
                .sorted(Comparator.comparing((UserRow row) -> folded(row.name()))
                        .thenComparing(UserRow::email))
                .toList();
    }

    private static String folded(String text) {
        return UCharacter.foldCase(Normalizer.normalize(text.strip(), Normalizer.Form.NFD), true)
                .replaceAll("\\p{M}", "");
    }
}
