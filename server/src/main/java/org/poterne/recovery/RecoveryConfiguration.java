package org.poterne.recovery;

import com.github.kagkarlsson.scheduler.task.Task;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantSection;
import org.poterne.tenant.WayOut;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecoveryConfiguration {

    @Bean
    TenantSection<RecoveryPolicy> recoverySection() {
        return new TenantSection<>("recovery", RecoveryPolicy.class);
    }

    @Bean
    WayOut recoveryWayOut() {
        return new WayOut("recovery.way-out.", "/recovery", 10, _ -> true);
    }

    @Bean
    Task<?> purgeAttempts(RecoveryAttempts attempts) {
        return Purge.hourly("purge-recovery-attempts", attempts::forgetExpired);
    }
}
