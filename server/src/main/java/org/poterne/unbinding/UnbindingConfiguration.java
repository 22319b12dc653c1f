package org.poterne.unbinding;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.poterne.courier.LetterWriter;
import org.poterne.courier.Pen;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UnbindingConfiguration {

    @Bean
    TenantSection<UnbindingPolicy> unbindingSection() {
        return new TenantSection<>("unbinding", UnbindingPolicy.class);
    }

    @Bean
    LetterWriter unbindingAnnouncedLetter(UnbindingLetters letters) {
        return new Pen(UnbindingLetters.ANNOUNCED, letters::announced);
    }

    @Bean
    LetterWriter unbindingMadeLetter(UnbindingLetters letters) {
        return new Pen(UnbindingLetters.MADE, letters::made);
    }

    @Bean
    LetterWriter unbindingEndedLetter(UnbindingLetters letters) {
        return new Pen(UnbindingLetters.ENDED, letters::ended);
    }

    @Bean
    Task<?> makeUnbindings(UnbindingRound round) {
        return Tasks.recurring("make-unbindings", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((_, _) -> round.run());
    }

    @Bean
    Task<?> purgeUnbindings(Unbindings unbindings) {
        return Purge.hourly("purge-unbindings", unbindings::forgetOld);
    }
}
