package org.poterne.recovery;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.poterne.account.EmailAddress;
import org.poterne.account.Username;
import org.poterne.key.InstallationKey;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/**
 * An address for a name that has none: only its outer letters are ever seen. Drawn from tenant and name under this
 * installation's key, so that whoever asks again, at whichever node, is shown the same, and nobody else can draw it.
 */
@Component
final class InventedAddresses {

    private static final String PURPOSE = "invented address";

    /** As people's addresses begin and end; every other one resembles the name, as every other real one does. */
    private static final List<String> LOCAL_PARTS = listed("""
            accueil agnes alain anne bonjour bruno cecile celine christophe claire commercial compta contact contact contact
            david direction direction eric florence gerard hello helene hotel info info info isabelle jean-marc jl julien
            laurent lucie marie mathieu michel nathalie nicolas olivier pascal patrick philippe pierre reception reception
            reservation reservations sandrine sophie stephane sylvie thierry valerie vincent virginie yann
            """);

    /** First letter and last label, as often as mail is read there: at large providers, and in houses of one's own. */
    private static final List<String> DOMAINS = listed("""
            g.com g.com g.com g.com g.com g.com o.fr o.fr o.fr w.fr w.fr f.fr f.fr h.com h.com h.fr o.com o.com y.fr y.com
            l.net s.fr i.com a.com b.fr b.com c.fr c.com d.com e.org l.com l.fr m.com p.fr r.com v.fr
            """);

    private static final Pattern PLAIN = Pattern.compile("[a-z0-9._-]{2,}");

    private final InstallationKey key;

    InventedAddresses(InstallationKey key) {
        this.key = key;
    }

    EmailAddress of(TenantId tenant, Username username) {
        var draws = ByteBuffer.wrap(key.mac(PURPOSE, tenant.value(), username.canonical()));
        var domain = drawn(DOMAINS, draws.getInt());
        var resembles = draws.getInt() % 2 == 0;
        var local = drawn(LOCAL_PARTS, draws.getInt());
        return Optional.of(username)
                .filter(_ -> resembles)
                .flatMap(name -> resembling(name, domain))
                .or(() -> EmailAddress.parse(local + "@" + domain))
                .orElseThrow();
    }

    /** Addresses are written without accents, mostly; a name of another alphabet is in none. */
    private static Optional<EmailAddress> resembling(Username username, String domain) {
        var bare =
                Normalizer.normalize(username.canonical(), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return Optional.of(bare)
                .filter(name -> PLAIN.matcher(name).matches())
                .flatMap(name -> EmailAddress.parse(name + "@" + domain));
    }

    private static List<String> listed(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static String drawn(List<String> from, int draw) {
        return from.get(Math.floorMod(draw, from.size()));
    }
}
