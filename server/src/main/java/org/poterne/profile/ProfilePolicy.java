package org.poterne.profile;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.TenantPolicy;

/** What a tenant keeps of its people beside address, username and password. */
public record ProfilePolicy(
        @Setting(
                value = "What the tenant keeps of its people, in the order of the account's page; other sections name"
                        + " these fields.",
                fallback = "[{ name: given-name, required: false }, { name: family-name }]")
        List<ProfileField> fields)
        implements TenantPolicy {

    private static final int MOST = 20;

    public ProfilePolicy {
        var names = new HashSet<String>();
        for (var field : fields) {
            if (!names.add(field.name())) {
                throw new SettingRefused("fields", "has `" + field.name() + "` twice.", "Keep one.");
            }
        }
        if (names.contains(ProfileField.SINGLE_NAME) == names.contains(ProfileField.FAMILY_NAME)) {
            throw new SettingRefused(
                    "fields",
                    "must hold `name`, or `family-name`, and not both: people are greeted by it.",
                    "Write `{ name: name }`, or `{ name: given-name }` and `{ name: family-name }`.");
        }
        if (names.contains(ProfileField.SINGLE_NAME) && names.contains(ProfileField.GIVEN_NAME)) {
            throw new SettingRefused("fields", "has `name` beside `given-name`.", "Write `family-name` instead.");
        }
        if (fields.size() > MOST) {
            throw new SettingRefused("fields", "has more than " + MOST + " entries.", "Ask for less (GDPR art. 5).");
        }
        fields = List.copyOf(fields);
    }

    public Optional<ProfileField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** What somebody is called by: of these two at most. */
    public List<ProfileField> names() {
        return fields.stream().filter(ProfileField::isName).toList();
    }

    /** All else that the tenant asks. */
    public List<ProfileField> others() {
        return fields.stream().filter(field -> !field.isName()).toList();
    }

    /** Those of these names, in this order; names of other things are passed over. */
    public List<ProfileField> named(List<String> names) {
        return names.stream().flatMap(name -> field(name).stream()).toList();
    }
}
