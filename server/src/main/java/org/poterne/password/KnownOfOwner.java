package org.poterne.password;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.poterne.tenant.Tenant;

/**
 * What others know of an owner and of the place, each compared with the whole password (NIST SP 800-63B-4 §3.1.1.2: the
 * name of the service, the username and what derives from them; ASVS 6.1.2, 6.2.11).
 */
record KnownOfOwner(Set<String> words) {

    private static final String PRODUCT = "Poterne";

    static KnownOfOwner of(Tenant tenant, PasswordOwner owner) {
        var reversed = owner.familyName() + " " + owner.givenName();
        return new KnownOfOwner(Stream.concat(
                        owner.names(),
                        Stream.of(reversed, tenant.name(), tenant.id().value(), PRODUCT))
                .map(Folded::of)
                .map(Dressed::joined)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** As it is, dressed up ({@code Agora2026!}), or several times. */
    boolean holds(RawPassword password) {
        var folded = password.folded();
        return isKnown(folded) || Trivial.piece(folded).filter(this::isKnown).isPresent();
    }

    private boolean isKnown(String folded) {
        return words.contains(Dressed.joined(folded))
                || Dressed.words(folded).stream()
                        .filter(word -> word.indexOf('@') < 0) // nobody dresses up an address
                        .anyMatch(words::contains);
    }

    /** Never a name, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "KnownOfOwner[redacted]";
    }
}
