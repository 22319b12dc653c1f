package org.poterne.notice;

import org.poterne.courier.LetterWriter;
import org.poterne.courier.Pen;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(FactorPens.class)
class NoticeConfiguration {

    @Bean
    LetterWriter factorLockedLetter(FactorLetters letters) {
        return new Pen(FactorLetters.LOCKED, letters::locked);
    }

    @Bean
    LetterWriter passkeyClonedLetter(FactorLetters letters) {
        return new Pen(FactorLetters.CLONED, letters::cloned);
    }

    @Bean
    LetterWriter recoveryCodeSpentLetter(FactorLetters letters) {
        return new Pen(FactorLetters.SPENT, letters::spent);
    }

    @Bean
    LetterWriter recoveryCodesReplacedLetter(FactorLetters letters) {
        return new Pen(FactorLetters.REPLACED, letters::replaced);
    }
}
