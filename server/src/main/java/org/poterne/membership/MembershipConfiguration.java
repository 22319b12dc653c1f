package org.poterne.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.poterne.tenant.TenantCheck;
import org.poterne.tenant.TenantCheck.Misfit;
import org.poterne.tenant.TenantSection;
import org.poterne.tenant.TenantSettingsRead;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MembershipConfiguration {

    @Bean
    TenantSection<MembershipPolicy> membershipSection() {
        return new TenantSection<>("membership", MembershipPolicy.class);
    }

    /** A right is read in every language of the tenant, and in no other. */
    @Bean
    TenantCheck rightsInEveryLanguage() {
        return MembershipConfiguration::misfits;
    }

    private static List<Misfit> misfits(TenantSettingsRead file) {
        var misfits = new ArrayList<Misfit>();
        for (var right : file.policy(MembershipPolicy.class).rights()) {
            var missing = tags(file.languages(), List.copyOf(right.label().keySet()));
            if (!missing.isEmpty()) {
                misfits.add(new Misfit(
                        "membership.rights",
                        "has no words for `" + right.name() + "` in " + missing + ".",
                        "Add them to its label."));
            }
            var unspoken = tags(List.copyOf(right.label().keySet()), file.languages());
            if (!unspoken.isEmpty()) {
                misfits.add(new Misfit(
                        "membership.rights",
                        "has words for `" + right.name() + "` in " + unspoken + ", which is not among its languages.",
                        "Add the language to `languages`, or take the words out."));
            }
        }
        return misfits;
    }

    private static String tags(List<Locale> these, List<Locale> butNot) {
        return these.stream()
                .filter(language -> !butNot.contains(language))
                .map(Locale::toLanguageTag)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
