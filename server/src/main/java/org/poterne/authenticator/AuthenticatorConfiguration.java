package org.poterne.authenticator;

import com.github.kagkarlsson.scheduler.task.Task;
import java.net.URI;
import org.poterne.session.Room;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantCheck;
import org.poterne.tenant.TenantCheck.Misfit;
import org.poterne.tenant.TenantSection;
import org.poterne.tenant.Tenants;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuthenticatorConfiguration {

    @Bean
    TenantSection<AuthenticatorPolicy> authenticatorSection() {
        return new TenantSection<>("authenticator", AuthenticatorPolicy.class);
    }

    /** From the account's page; the list of second factors leads there too, where the tenant offers it. */
    @Bean
    Room authenticatorRoom(Tenants tenants, Authenticators authenticators) {
        return new Room(
                "authenticator.room.",
                "/account/authenticators",
                15,
                (tenant, account) ->
                        tenants.policy(tenant, AuthenticatorPolicy.class).enabled()
                                || authenticators.has(tenant, account));
    }

    /** Else the application would share its keys' origin with every other page, and the file would say otherwise. */
    @Bean
    TenantCheck authenticatorOnAHostOfItsOwn(@Value("${poterne.base-url}") URI install) {
        return file -> file
                .policy(AuthenticatorPolicy.class)
                .baseUrl()
                .filter(own -> own.getAuthority().equals(install.getAuthority()))
                .map(_ -> new Misfit(
                        "authenticator.base-url",
                        "is the install’s own host.",
                        "Name a host that serves nothing else, or leave it out."))
                .stream()
                .toList();
    }

    @Bean
    Task<?> purgeAuthenticatorBindings(Bindings bindings) {
        return Purge.hourly("purge-authenticator-bindings", bindings::forgetExpired);
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
