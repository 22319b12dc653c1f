package org.poterne.house;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** What a house of the tests has beside the real one: a clock that can be moved. */
@Configuration(proxyBeanMethods = false)
class HouseBeans {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }
}
