package org.poterne.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class RequiredSettingsTests {

    private static final Map<String, String> GOOD = Map.of(
            "poterne.base-url", "https://access.example.org",
            "poterne.mail.from", "no-reply@example.org",
            "spring.mail.host", "smtp.example.org");

    @Test
    void whatIsGoodIsNotSpokenOf() {
        assertThat(problems(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"poterne.base-url", "poterne.mail.from", "spring.mail.host"})
    void eachMissingSettingIsNamedAsTheVariableToSet(String missing) {
        var variable = missing.toUpperCase(java.util.Locale.ROOT).replaceAll("[.-]", "_");
        for (var blank : List.of("", "  ")) {
            assertThat(problems(with(missing, blank)))
                    .singleElement()
                    .asString()
                    .startsWith(variable + " is missing. ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://access.example.org",
                "access.example.org",
                "ftp://access.example.org",
                "https:access.example.org",
                "https://",
                "https:// access",
                "http://localhost.example.org",
                "https://access.example.org/?x=1",
                "https://access.example.org/#top",
                "https://user:password@access.example.org"
            })
    void anAddressThatLinksCannotBeginWithIsRefused(String address) {
        assertThat(problems(with("poterne.base-url", address)))
                .singleElement()
                .asString()
                .startsWith("POTERNE_BASE_URL is '")
                .contains("https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://access.example.org",
                "https://access.example.org/",
                "https://example.org:8443/access",
                "http://localhost:8080"
            })
    void anAddressThatLinksCanBeginWithIsTaken(String address) {
        assertThat(problems(with("poterne.base-url", address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "65536", "http", "99999999999"})
    void aPortThatIsNoneIsRefused(String port) {
        assertThat(problems(with("server.port", port)))
                .containsExactly("SERVER_PORT is '" + port + "'. Write a number from 1 to 65535.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres://poterne:s3same@db/poterne", "jdbc:mysql://db/poterne", "db.example.org"})
    void aDatabaseThatIsNoPostgresIsRefusedWithoutRepeatingItsPassword(String url) {
        assertThat(problems(with("spring.datasource.url", url)))
                .singleElement()
                .asString()
                .startsWith("SPRING_DATASOURCE_URL is not")
                .doesNotContain("s3same");
    }

    private static Map<String, String> with(String setting, String value) {
        var settings = new HashMap<>(GOOD);
        settings.put(setting, value);
        return settings;
    }

    private static List<String> problems(Map<String, String> settings) {
        var environment = new MockEnvironment();
        settings.forEach(environment::setProperty);
        return RequiredSettings.problems(environment);
    }
}
