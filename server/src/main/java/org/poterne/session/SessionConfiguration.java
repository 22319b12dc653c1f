package org.poterne.session;

import com.github.kagkarlsson.scheduler.task.Task;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    @Bean
    TenantSection<SessionPolicy> sessionSection() {
        return new TenantSection<>("session", SessionPolicy.class);
    }

    @Bean
    Task<?> purgeSessions(Sessions sessions) {
        return Purge.hourly("purge-sessions", sessions::forgetEnded);
    }

    @Bean
    Task<?> purgeEntries(Entries entries) {
        return Purge.hourly("purge-session-entries", entries::forgetExpired);
    }
}
