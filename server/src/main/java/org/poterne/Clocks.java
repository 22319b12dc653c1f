package org.poterne;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Clocks {

    /** The one source of time, so that a test can move it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
