package org.poterne.access;

import com.github.kagkarlsson.scheduler.task.Task;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    TenantSection<AccessPolicy> accessSection() {
        return new TenantSection<>("access", AccessPolicy.class);
    }

    @Bean
    Task<?> purgeAccessRequests(AccessRequests requests) {
        return Purge.hourly("purge-access-requests", requests::forgetOld);
    }
}
