package org.poterne.intake;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.poterne.account.UsernameNeeded;
import org.poterne.intake.ImportColumn.Answer;
import org.poterne.intake.ImportColumn.Known;
import org.poterne.profile.ProfileField;
import org.poterne.profile.ProfilePolicy;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;

/**
 * What a tenant's file of people may hold, and what it must.
 *
 * @param needed of the columns that every account has a place for; of the two names, one is needed in any case
 * @param answers the fields that the tenant asks beside the names
 * @param languages that its people may read
 */
record ImportPlan(Set<Known> needed, List<Answer> answers, Set<Locale> languages) {

    /** For a tenant that asks nothing of its own. */
    static final ImportPlan PLAIN = new ImportPlan(Set.of(), List.of(), Set.of());

    static ImportPlan of(Tenant house, Tenants tenants) {
        var fields = tenants.policy(house.id(), ProfilePolicy.class).fields();
        var needed = EnumSet.noneOf(Known.class);
        if (fields.stream()
                        .filter(ProfileField::isName)
                        .filter(ProfileField::required)
                        .count()
                > 1) {
            needed.addAll(Set.of(Known.GIVEN_NAME, Known.FAMILY_NAME));
        }
        if (tenants.settings(house.id(), UsernameNeeded.class).anyMatch(UsernameNeeded::isUsernameNeeded)) {
            needed.add(Known.USERNAME);
        }
        return new ImportPlan(
                Set.copyOf(needed),
                fields.stream()
                        .filter(field -> !field.isName())
                        .map(field -> new Answer(field, labels(house, field)))
                        .toList(),
                Set.copyOf(house.languages()));
    }

    private static Set<String> labels(Tenant house, ProfileField field) {
        return house.languages().stream()
                .map(language -> field.says(house.words(language)))
                .collect(Collectors.toSet());
    }
}
