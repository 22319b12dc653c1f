package org.poterne.agent;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.TenantPolicy;

/**
 * A tenant's help desk: what its agents verify before they see anybody, and how much they may see in an hour. A tenant
 * without a script has no desk.
 */
public record DeskPolicy(
        @Setting(value = "What an agent checks before a person’s sheet opens; none: no help desk.", fallback = "[]")
        List<ScriptProof> script,

        @Setting(value = "How many of these must stand, the built-in `codes` among them, 2 or more.", fallback = "2")
        int needed,

        @Setting(value = "Sheets that one agent may open in any hour, 1 to 1000.", fallback = "20")
        int sheetsPerHour,

        @Setting(value = "Letters, revealed data and changes by one agent in any hour, 1 to 1000.", fallback = "40")
        int actsPerHour,

        @Setting(value = "Searches by one agent in any hour, 1 to 1000.", fallback = "60")
        int searchesPerHour)
        implements TenantPolicy {

    private static final int MOST_PROOFS = 20;

    /** The built-in proof: the code that went to the account's own address, or to its own session, said by the caller. */
    public static final String CODES = "codes";

    private static final int MOST = 1000;
    private static final int LEAST_NEEDED = 2; // one answer is one leaked paper away (NIST SP 800-63B-4 §4.2.1)

    public DeskPolicy {
        var names = new HashSet<String>();
        for (var proof : script) {
            if (!names.add(proof.name())) {
                throw new SettingRefused("script", "has `" + proof.name() + "` twice.", "Keep one.");
            }
        }
        if (needed < LEAST_NEEDED) {
            throw new SettingRefused("needed", "is " + needed + ".", "Choose 2 or more.");
        }
        if (!script.isEmpty() && needed > script.size() + 1) {
            throw new SettingRefused(
                    "needed", "asks for more proofs than there are.", "Add to `script`, or ask for fewer.");
        }
        within("sheets-per-hour", sheetsPerHour);
        within("acts-per-hour", actsPerHour);
        within("searches-per-hour", searchesPerHour);
        if (script.size() > MOST_PROOFS) {
            throw new SettingRefused(
                    "script", "has more than " + MOST_PROOFS + " entries.", "Keep what an agent really asks.");
        }
        script = List.copyOf(script);
    }

    private static void within(String key, int number) {
        if (number < 1 || number > MOST) {
            throw new SettingRefused(key, "is " + number + ".", "Choose 1 to " + MOST + ".");
        }
    }

    /** Whether the tenant has a help desk. */
    public boolean isOpen() {
        return !script.isEmpty();
    }

    /** Whether so many proofs of so much weight are enough. */
    public boolean isEnough(Collection<String> proofs) {
        return isOpen() && Set.copyOf(proofs).size() >= needed;
    }
}
