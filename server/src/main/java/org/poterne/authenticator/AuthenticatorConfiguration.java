package org.poterne.authenticator;

import com.github.kagkarlsson.scheduler.task.Task;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuthenticatorConfiguration {

    @Bean
    TenantSection<AuthenticatorPolicy> authenticatorSection() {
        return new TenantSection<>("authenticator", AuthenticatorPolicy.class);
    }

    @Bean
    Task<?> purgeAuthenticatorNonces(Nonces nonces) {
        return Purge.hourly("purge-authenticator-nonces", nonces::forgetStale);
    }

    @Bean
    Task<?> purgeRevokedAuthenticators(Devices devices) {
        return Purge.hourly("purge-revoked-authenticators", devices::forgetRevoked);
    }
}
