package org.poterne.house;

import org.poterne.argon2.Argon2;
import org.poterne.argon2.Argon2Cost;
import org.poterne.argon2.Argon2Input;
import org.poterne.argon2.QuickestArgon2;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * The real function over a three-hundredth of its memory: a third of a test run was Argon2 that no test looks at. Its tags
 * are worth nothing outside a house. Whoever asks for time or for what is kept says {@link House.Builder#withHeavyHashes}.
 */
@Configuration(proxyBeanMethods = false)
class LightHashes {

    private static final int MEMORY = 64;

    @Bean
    @Primary
    Argon2 lightArgon2(QuickestArgon2 real) {
        return new Argon2() {
            @Override
            public byte[] hash(Argon2Input input, Argon2Cost cost, int length) {
                return real.hash(input, new Argon2Cost(MEMORY * cost.lanes(), 1, cost.lanes()), length);
            }

            @Override
            public void forget() {
                real.forget();
            }

            @Override
            public String name() {
                return real.name();
            }
        };
    }
}
