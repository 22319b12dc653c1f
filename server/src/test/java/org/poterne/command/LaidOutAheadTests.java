package org.poterne.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What was laid out ahead serves as long as no setting could have made it otherwise. */
class LaidOutAheadTests {

    private static final Pattern SETTING = Pattern.compile("`((?:SPRING|SERVER|MANAGEMENT)_[A-Z_]+)`");

    @Test
    void everyDocumentedSettingWorksEitherWay() throws IOException {
        var documented = SETTING.matcher(Files.readString(Path.of("../docs/settings.md")))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(documented).hasSizeGreaterThan(10);
        assertThat(documented)
                .filteredOn(name -> !serves(Map.of(name, "native")))
                .as("start the slower way")
                .containsExactly("MANAGEMENT_SERVER_PORT");
    }

    @Test
    void ourOwnSettingsAndThoseOfOthersAreReadByNoCondition() {
        assertThat(serves(Map.of("POTERNE_BASE_URL", "https://access.example.org", "HOME", "/root", "LANG", "C")))
                .isTrue();
    }

    @Test
    void whatAConditionMayReadIsHeededWhereverItStands() {
        for (var name : List.of(
                "SPRING_PROFILES_ACTIVE",
                "SPRING_MAIL_JNDI_NAME",
                "SPRING_DATASOURCE_TYPE",
                "SPRING_MAIN_LAZY_INITIALIZATION",
                "SPRING_AUTOCONFIGURE_EXCLUDE",
                "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE",
                "SERVER_SSL_BUNDLE")) {
            assertThat(serves(Map.of(name, "x"))).as(name).isFalse();
        }
        var file = new StandardEnvironment();
        file.getPropertySources()
                .addLast(new MapPropertySource(
                        "Config resource 'file [config/application.properties]'",
                        Map.of("spring.autoconfigure.exclude", "x")));
        assertThat(LaidOutAhead.serves(file)).isFalse();
    }

    @Test
    void whatIsPackagedWasKnownToTheBuild() {
        var packaged = new StandardEnvironment();
        packaged.getPropertySources()
                .addLast(new MapPropertySource(
                        "Config resource 'class path resource [application.properties]'",
                        Map.of("spring.threads.virtual.enabled", "true")));
        assertThat(LaidOutAhead.serves(packaged)).isTrue();
    }

    /** The filter of that strategy is a bean on a condition. */
    @Test
    void forwardedHeadersMayBeReadByTheServerAndNotByAFilter() {
        assertThat(serves(Map.of("SERVER_FORWARD_HEADERS_STRATEGY", "native"))).isTrue();
        assertThat(serves(Map.of("SERVER_FORWARD_HEADERS_STRATEGY", "framework")))
                .isFalse();
    }

    private static boolean serves(Map<String, Object> variables) {
        var settings = new StandardEnvironment();
        settings.getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        return LaidOutAhead.serves(settings);
    }
}
