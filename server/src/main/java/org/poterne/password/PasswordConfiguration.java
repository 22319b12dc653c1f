package org.poterne.password;

import org.poterne.tenant.TenantSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

    @Bean
    TenantSection<PasswordPolicy> passwordSection() {
        return new TenantSection<>("password", PasswordPolicy.class);
    }
}
