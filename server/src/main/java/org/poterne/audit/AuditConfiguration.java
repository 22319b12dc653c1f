package org.poterne.audit;

import com.github.kagkarlsson.scheduler.task.Task;
import org.poterne.task.Purge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    Task<?> purgeAudit(AuditTrail trail) {
        return Purge.hourly("purge-audit", trail::forgetOld);
    }
}
