package org.poterne.agent;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;

/** Something that an agent asks and checks before seeing anybody: what its tenant has found to be good proof. */
public record ScriptProof(
        @Setting("What is kept: a to z, 0 to 9 and `-`; not `codes`, which is built in.")
        String name,

        @Setting("What the agent is to check, in each of the tenant's languages.")
        Map<Locale, String> label) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public ScriptProof {
        if (!NAME.matcher(name).matches() || name.equals(DeskPolicy.CODES)) {
            throw new SettingRefused("name", "is '" + name + "'.", "Write a to z, 0 to 9 and `-`, as `call-back`.");
        }
    }

    /** @param language one of the tenant's */
    public String label(Locale language) {
        return label.getOrDefault(language, name);
    }
}
