package org.poterne.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.poterne.tenant.TenantCheck;
import org.poterne.tenant.TenantCheck.Misfit;
import org.poterne.tenant.TenantSection;
import org.poterne.tenant.TenantSettingsRead;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProfileConfiguration {

    @Bean
    TenantSection<ProfilePolicy> profileSection() {
        return new TenantSection<>("profile", ProfilePolicy.class);
    }

    /** A field is read in every language of the tenant, or the page would be half in another. */
    @Bean
    TenantCheck labelsInEveryLanguage() {
        return ProfileConfiguration::unlabelled;
    }

    private static List<Misfit> unlabelled(TenantSettingsRead file) {
        var misfits = new ArrayList<Misfit>();
        for (var field : file.policy(ProfilePolicy.class).fields()) {
            if (!field.label().isEmpty()) {
                check(file, "`" + field.name() + "`", field.label(), misfits);
            }
            field.choices()
                    .forEach(choice ->
                            check(file, "`" + choice.value() + "` of `" + field.name() + "`", choice.label(), misfits));
        }
        return misfits;
    }

    private static void check(TenantSettingsRead file, String whose, Map<Locale, String> label, List<Misfit> misfits) {
        var missing = file.languages().stream()
                .filter(language -> !label.containsKey(language))
                .map(Locale::toLanguageTag)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            misfits.add(new Misfit(
                    "profile.fields", "has no words for " + whose + " in " + missing + ".", "Add them to its label."));
        }
        var unspoken = label.keySet().stream()
                .filter(language -> !Set.copyOf(file.languages()).contains(language))
                .map(Locale::toLanguageTag)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!unspoken.isEmpty()) {
            misfits.add(new Misfit(
                    "profile.fields",
                    "has words for " + whose + " in " + unspoken + ", which is not among its languages.",
                    "Add the language to `languages`, or take the words out."));
        }
    }
}
