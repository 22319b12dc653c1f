package org.poterne.lockout;

import com.github.kagkarlsson.scheduler.task.Task;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantSection;
import org.poterne.tenant.Tenants;
import org.poterne.tenant.WayOut;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LockoutConfiguration {

    @Bean
    TenantSection<LockoutPolicy> lockoutSection() {
        return new TenantSection<>("lockout", LockoutPolicy.class);
    }

    @Bean
    WayOut unlockWayOut(Tenants tenants) {
        return new WayOut(
                "lockout.way-out.",
                "/unlock/resend",
                30,
                tenant -> tenants.policy(tenant, LockoutPolicy.class).opensByLetter());
    }

    @Bean
    Task<?> purgeLockouts(Counters counters) {
        return Purge.hourly("purge-lockouts", counters::forgetNobodies);
    }
}
