package org.poterne.totp;

import com.github.kagkarlsson.scheduler.task.Task;
import org.poterne.task.Purge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TotpConfiguration {

    @Bean
    Task<?> purgeTotpOffers(TotpOffers offers) {
        return Purge.hourly("purge-totp-offers", offers::forgetExpired);
    }
}
