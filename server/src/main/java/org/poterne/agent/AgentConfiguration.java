package org.poterne.agent;

import com.github.kagkarlsson.scheduler.task.Task;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantCheck;
import org.poterne.tenant.TenantCheck.Misfit;
import org.poterne.tenant.TenantSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AgentConfiguration {

    @Bean
    TenantSection<DeskPolicy> deskSection() {
        return new TenantSection<>("desk", DeskPolicy.class);
    }

    /** An agent reads the script in every language of the tenant, and in no other. */
    @Bean
    TenantCheck scriptInEveryLanguage() {
        return file -> file.policy(DeskPolicy.class).script().stream()
                .filter(proof -> !proof.label().keySet().equals(Set.copyOf(file.languages())))
                .map(proof -> new Misfit(
                        "desk.script",
                        "has `" + proof.name() + "` in other languages than the tenant’s.",
                        "Write its label in " + tags(file.languages()) + "."))
                .toList();
    }

    private static String tags(List<Locale> languages) {
        return languages.stream().map(Locale::toLanguageTag).sorted().collect(Collectors.joining(", "));
    }

    @Bean
    Task<?> purgeVerifications(Verifications verifications) {
        return Purge.hourly("purge-verifications", verifications::forgetOld);
    }

    @Bean
    Task<?> purgeExpectedAgents(Agents agents) {
        return Purge.hourly("purge-expected-agents", agents::forgetExpected);
    }

    @Bean
    Task<?> purgeAgentDeeds(Journal journal) {
        return Purge.hourly("purge-agent-deeds", journal::forgetOld);
    }
}
