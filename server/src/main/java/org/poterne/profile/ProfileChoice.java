package org.poterne.profile;

import java.util.Locale;
import java.util.Map;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;

/** One of the answers that a field offers. */
public record ProfileChoice(
        @Setting("What is kept: a to z, 0 to 9 and `-`. It stays when the words change.")
        String value,

        @Setting("Its words, in each of the tenant's languages.")
        Map<Locale, String> label) {

    public ProfileChoice {
        if (!ProfileField.NAME.matcher(value).matches()) {
            throw new SettingRefused("value", "is '" + value + "'.", "Write a to z, 0 to 9 and `-`, as `company`.");
        }
    }
}
