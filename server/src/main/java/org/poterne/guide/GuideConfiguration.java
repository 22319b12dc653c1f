package org.poterne.guide;

import com.github.kagkarlsson.scheduler.task.Task;
import org.poterne.task.Purge;
import org.poterne.tenant.HelpPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GuideConfiguration {

    @Bean
    HelpPage helpCentre() {
        return new HelpPage("/help");
    }

    @Bean
    Task<?> purgeFeedback(Feedback feedback) {
        return Purge.hourly("purge-feedback", feedback::forgetOld);
    }
}
