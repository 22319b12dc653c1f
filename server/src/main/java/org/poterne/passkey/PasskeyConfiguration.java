package org.poterne.passkey;

import com.github.kagkarlsson.scheduler.task.Task;
import java.util.List;
import org.poterne.factor.FactorPolicy;
import org.poterne.task.Purge;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.tenant.WayIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PasskeyConfiguration {

    private static final Logger log = LoggerFactory.getLogger(PasskeyConfiguration.class);

    @Bean
    WayIn passkeyWayIn(Passkeys passkeys) {
        return new WayIn("passkey.way-in.", PasskeyDoorPages.PATH, "passkey.js", "listen", passkeys::areOffered);
    }

    @Bean
    Task<?> purgePasskeyChallenges(Challenges challenges) {
        return Purge.hourly("purge-passkey-challenges", challenges::forgetExpired);
    }

    /** Browsers bind a passkey to a name, and to none that travels in clear: better said at start than wondered at. */
    @Bean
    ApplicationRunner passkeysThatCannotBe(Tenants tenants, Passkeys passkeys) {
        return _ -> {
            var without = impossible(tenants, passkeys);
            if (!without.isEmpty()) {
                log.warn(
                        "passkeys need https and a host name, not an address: not offered at {} (docs/passkey.md)",
                        without);
            }
        };
    }

    private static List<TenantId> impossible(Tenants tenants, Passkeys passkeys) {
        return tenants.all().stream()
                .map(Tenant::id)
                .filter(tenant -> tenants.policy(tenant, FactorPolicy.class).offers(PasskeyFactor.NAME))
                .filter(tenant -> !passkeys.arePossible(tenant))
                .toList();
    }
}
