package org.poterne.readdress;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.poterne.courier.LetterWriter;
import org.poterne.courier.Pen;
import org.poterne.task.Purge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReaddressConfiguration {

    @Bean
    LetterWriter readdressAnnouncedLetter(ReaddressLetters letters) {
        return new Pen(ReaddressLetters.ANNOUNCED, letters::announced);
    }

    @Bean
    LetterWriter readdressConfirmLetter(ReaddressLetters letters) {
        return new Pen(ReaddressLetters.CONFIRM, letters::confirm);
    }

    @Bean
    LetterWriter readdressMadeOldLetter(ReaddressLetters letters) {
        return new Pen(ReaddressLetters.MADE_OLD, letters::madeOld);
    }

    @Bean
    LetterWriter readdressMadeNewLetter(ReaddressLetters letters) {
        return new Pen(ReaddressLetters.MADE_NEW, letters::madeNew);
    }

    @Bean
    LetterWriter readdressEndedOldLetter(ReaddressLetters letters) {
        return new Pen(ReaddressLetters.ENDED_OLD, letters::endedOld);
    }

    @Bean
    LetterWriter readdressEndedNewLetter(ReaddressLetters letters) {
        return new Pen(ReaddressLetters.ENDED_NEW, letters::endedNew);
    }

    @Bean
    Task<?> makeReaddresses(ReaddressRound round) {
        return Tasks.recurring("make-readdresses", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((_, _) -> round.run());
    }

    @Bean
    Task<?> purgeReaddresses(Readdresses changes) {
        return Purge.hourly("purge-readdresses", changes::forgetOld);
    }
}
