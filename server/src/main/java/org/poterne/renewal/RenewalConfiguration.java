package org.poterne.renewal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RenewalConfiguration {

    @Bean
    Task<?> remindOfRenewals(ReminderRound round) {
        return Tasks.recurring("remind-of-renewals", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> round.run());
    }
}
