package org.poterne.password;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param breachedFile made by {@code ./poterne passwords import-breached}
 * @param rangeUrl of a service that speaks the range protocol of Have I Been Pwned, or a mirror of it; absent: none is asked
 * @param rangeTimeout how long a person may wait for its answer
 */
@ConfigurationProperties("poterne.password")
record PasswordSettings(
        Path breachedFile,
        @Nullable URI rangeUrl,
        @DefaultValue("1s") Duration rangeTimeout) {

    PasswordSettings {
        if (rangeUrl != null
                && (rangeUrl.getHost() == null
                        || !String.valueOf(rangeUrl.getScheme()).matches("https?"))) {
            throw new IllegalArgumentException(
                    "poterne.password.range-url is not a web address, as https://api.pwnedpasswords.com/range");
        }
        if (!rangeTimeout.isPositive() || rangeTimeout.compareTo(Duration.ofSeconds(10)) > 0) {
            throw new IllegalArgumentException("poterne.password.range-timeout is not between 1ms and 10s");
        }
    }

    Optional<URI> range() {
        return Optional.ofNullable(rangeUrl);
    }
}
