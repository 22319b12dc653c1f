package org.poterne.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.aot.AotDetector;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.util.ClassUtils;

/**
 * Starts from what the build laid out ahead (Spring AOT), which knows already what a start would look for. Its conditions are
 * those of the build: whoever sets anything of Spring's that a condition may read starts the slower way, and gets it.
 */
final class LaidOutAhead implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    /** Read when a bean is made, by no condition. */
    private static final List<String> READ_LATE = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.datasource.hikari.",
            "spring.mail.host",
            "spring.mail.port",
            "spring.mail.username",
            "spring.mail.password",
            "spring.mail.protocol",
            "spring.mail.properties.",
            "spring.application.name",
            "spring.application.pid", // Boot says these two itself
            "spring.application.version",
            "spring.backgroundpreinitializer.",
            "spring.lifecycle.",
            "server.port",
            "server.address",
            "server.shutdown",
            "server.tomcat.",
            "management.endpoint.health.show.details");

    private static final List<String> READ_BY_SPRING = List.of("spring.", "server.", "management.");
    private static final String FORWARD_HEADERS = "server.forward.headers.strategy";
    private static final String PACKAGED = "class path resource";

    private final Class<?> laidOut;

    /** @param laidOut the class that the build laid out */
    LaidOutAhead(Class<?> laidOut) {
        this.laidOut = laidOut;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var generated = laidOut.getName() + "__ApplicationContextInitializer";
        if (ClassUtils.isPresent(generated, laidOut.getClassLoader()) && serves(event.getEnvironment())) {
            event.getSpringApplication().setMainApplicationClass(laidOut);
            SpringProperties.setFlag(AotDetector.AOT_ENABLED);
        }
    }

    static boolean serves(ConfigurableEnvironment settings) {
        return named(settings).noneMatch(name -> mayBeReadByACondition(name, settings));
    }

    /** Every setting but the product's own, as {@code server.port}, however it was written. */
    private static Stream<String> named(ConfigurableEnvironment settings) {
        return settings.getPropertySources().stream()
                .filter(source -> !source.getName().contains(PACKAGED))
                .flatMap(LaidOutAhead::namesOf)
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '.').replace('-', '.'));
    }

    private static Stream<String> namesOf(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource<?> enumerable
                ? Stream.of(enumerable.getPropertyNames())
                : Stream.empty();
    }

    private static boolean mayBeReadByACondition(String name, ConfigurableEnvironment settings) {
        if (name.equals(FORWARD_HEADERS)) {
            return "framework".equalsIgnoreCase(settings.getProperty("server.forward-headers-strategy", ""));
        }
        return READ_BY_SPRING.stream().anyMatch(name::startsWith)
                && READ_LATE.stream().noneMatch(name::startsWith);
    }
}
