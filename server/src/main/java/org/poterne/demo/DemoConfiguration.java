package org.poterne.demo;

import java.nio.file.Path;
import java.time.Clock;
import org.poterne.account.Accounts;
import org.poterne.agent.Agents;
import org.poterne.membership.Establishments;
import org.poterne.membership.Memberships;
import org.poterne.profile.Profiles;
import org.poterne.tenant.Tenants;
import org.poterne.web.MailboxLink;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionTemplate;

/** Present only with {@code ./poterne demo}; where {@code ./poterne guide} walks, without the sample people. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

    /** Before any mail server: whoever reads a letter there finds it here too. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    DemoMailbox demoMailbox(@Value("${poterne.data}") Path data, Clock clock) {
        return new DemoMailbox(data.resolve("mailbox"), clock);
    }

    @Bean
    MailboxLink mailboxLink() {
        return new MailboxLink("/mailbox");
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Profile("!walk")
    SamplePeople samplePeople(Accounts accounts, Profiles profiles, Tenants tenants, TransactionTemplate transaction) {
        return new SamplePeople(accounts, profiles, tenants, transaction);
    }

    @Bean
    @Profile("!walk")
    SampleEstablishments sampleEstablishments(
            Establishments establishments,
            Memberships memberships,
            Accounts accounts,
            Tenants tenants,
            TransactionTemplate transaction) {
        return new SampleEstablishments(establishments, memberships, accounts, tenants, transaction);
    }

    @Bean
    @Profile("!walk")
    SampleAgents sampleAgents(Agents agents, Accounts accounts, Tenants tenants) {
        return new SampleAgents(agents, accounts, tenants);
    }

    @Bean
    @Profile("!walk")
    DemoGreeting demoGreeting(Tenants tenants) {
        return new DemoGreeting(tenants);
    }
}
