package org.poterne.email;

import com.github.kagkarlsson.scheduler.task.Task;
import org.poterne.courier.LetterWriter;
import org.poterne.courier.Pen;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EmailConfiguration {

    @Bean
    TenantSection<EmailPolicy> emailSection() {
        return new TenantSection<>("email", EmailPolicy.class);
    }

    @Bean
    LetterWriter confirmAddressLetter(ChangeLetters letters) {
        return new Pen(ChangeLetters.CONFIRM, letters::confirm);
    }

    @Bean
    LetterWriter addressChangeAskedLetter(ChangeLetters letters) {
        return new Pen(ChangeLetters.ASKED, letters::asked);
    }

    @Bean
    LetterWriter addressChangeMadeLetter(ChangeLetters letters) {
        return new Pen(ChangeLetters.MADE, letters::made);
    }

    @Bean
    LetterWriter addressChangeUndoneLetter(ChangeLetters letters) {
        return new Pen(ChangeLetters.UNDONE, letters::undone);
    }

    @Bean
    Task<?> purgeAddressChanges(AddressChanges changes) {
        return Purge.hourly("purge-address-changes", changes::forgetExpired);
    }
}
