package org.poterne.database;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** A database that is on its way from one host to another. */
@Configuration(proxyBeanMethods = false)
class FailoverConfiguration {

    /** A standby that was reached is an outage, and passes like one: no statement of ours is wrong. */
    @Bean
    SQLExceptionTranslator standbyIsAnOutage() {
        var translator = new SQLExceptionSubclassTranslator();
        translator.setCustomTranslator(
                (task, _, failure) -> StandbyOverride.READ_ONLY_TRANSACTION.equals(failure.getSQLState())
                        ? new TransientDataAccessResourceException(task + ": a standby answered", failure)
                        : null);
        return translator;
    }
}
