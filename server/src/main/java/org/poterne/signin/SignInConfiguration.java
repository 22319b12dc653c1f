package org.poterne.signin;

import org.poterne.tenant.TenantSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    @Bean
    TenantSection<SignInPolicy> signInSection() {
        return new TenantSection<>("sign-in", SignInPolicy.class);
    }
}
