package org.poterne.token;

import com.github.kagkarlsson.scheduler.task.Task;
import org.poterne.task.Purge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean
    Task<?> purgeTokens(OneTimeTokens tokens) {
        return Purge.hourly("purge-tokens", tokens::forgetExpired);
    }
}
