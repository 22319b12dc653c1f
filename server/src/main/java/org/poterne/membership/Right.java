package org.poterne.membership;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;

/** Something that an establishment's people may do there: what the tenant's own applications open by its name. */
public record Right(
        @Setting("What is kept: a to z, 0 to 9 and `-`. It stays when the words change.")
        String name,

        @Setting("Its words, in each of the tenant's languages.")
        Map<Locale, String> label,

        @Setting(
                value =
                        "Whether it is the right to invite, change and remove the establishment's people: one right is.",
                fallback = "false")
        boolean administers) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public Right {
        if (!NAME.matcher(name).matches()) {
            throw new SettingRefused("name", "is '" + name + "'.", "Write a to z, 0 to 9 and `-`, as `reservations`.");
        }
    }

    /** @param language one of the tenant's */
    public String label(Locale language) {
        return label.getOrDefault(language, name);
    }
}
