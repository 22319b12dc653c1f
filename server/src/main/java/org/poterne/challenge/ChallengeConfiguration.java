package org.poterne.challenge;

import com.github.kagkarlsson.scheduler.task.Task;
import org.poterne.task.Purge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChallengeConfiguration {

    @Bean
    Task<?> purgeSpentPuzzles(SpentPuzzles spent) {
        return Purge.hourly("purge-spent-puzzles", spent::forgetExpired);
    }

    @Bean
    Task<?> purgeQuestions(OpenQuestions open) {
        return Purge.hourly("purge-questions", open::forgetExpired);
    }
}
