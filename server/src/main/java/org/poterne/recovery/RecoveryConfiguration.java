package org.poterne.recovery;

import com.github.kagkarlsson.scheduler.task.Task;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.TenantSection;
import org.poterne.tenant.Tenants;
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
    WayOut recoveryWayOut(Tenants tenants) {
        return new WayOut("recovery.way-out.", "/recovery", 10, tenant -> asked(tenants, tenant) == Identifier.E_MAIL);
    }

    @Bean
    WayOut recoveryByUsernameWayOut(Tenants tenants) {
        return new WayOut(
                "recovery.username-way-out.", "/recovery", 10, tenant -> asked(tenants, tenant) == Identifier.USERNAME);
    }

    private static Identifier asked(Tenants tenants, TenantId tenant) {
        return tenants.policy(tenant, RecoveryPolicy.class).procedure().identifier();
    }

    @Bean
    Task<?> purgeAttempts(RecoveryAttempts attempts) {
        return Purge.hourly("purge-recovery-attempts", attempts::forgetExpired);
    }
}
