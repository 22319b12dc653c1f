package org.poterne.courier;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantSection;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
class CourierConfiguration {

    @Bean
    TenantSection<LettersPolicy> lettersSection() {
        return new TenantSection<>("letters", LettersPolicy.class);
    }

    @Bean
    @ConditionalOnProperty("spring.mail.host")
    Postman smtpPostman(JavaMailSenderImpl smtp) {
        return new SmtpPostman(smtp);
    }

    @Bean
    @ConditionalOnProperty("spring.mail.host")
    @ConditionalOnWebApplication
    MailServerReach mailServerReach(JavaMailSenderImpl smtp) {
        return new MailServerReach(smtp);
    }

    /** A failure, as a database that is away, leaves the letter in the queue. */
    @Bean
    Task<Void> letterTask(LetterRound round) {
        return Tasks.custom(LetterRound.TASK, Void.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(5)))
                .onDeadExecutionRevive()
                .execute(round);
    }

    @Bean
    Task<?> purgeLetters(LetterRegister register) {
        return Purge.hourly("purge-letters", register::forgetOld);
    }

    @Bean
    Task<?> purgeLetterRequests(LetterRequests requests) {
        return Purge.hourly("purge-letter-requests", requests::forgetExpired);
    }
}
