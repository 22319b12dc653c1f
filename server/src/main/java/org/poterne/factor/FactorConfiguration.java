package org.poterne.factor;

import org.poterne.tenant.TenantSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FactorConfiguration {

    @Bean
    TenantSection<FactorPolicy> factorSection() {
        return new TenantSection<>("factors", FactorPolicy.class);
    }
}
