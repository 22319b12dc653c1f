package org.poterne.throttle;

import com.github.kagkarlsson.scheduler.task.Task;
import org.poterne.task.Purge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ThrottleConfiguration {

    @Bean
    Task<?> purgeBudgets(Throttle throttle) {
        return Purge.hourly("purge-budgets", throttle::forgetOld);
    }
}
