package org.poterne.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.poterne.Poterne;
import org.poterne.Serving;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationHook;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.web.context.support.StandardServletEnvironment;

/**
 * The command in this JVM, told its settings as a process is told them. A refusal is the same here, for a tenth of the
 * work; what only a process shows, {@link ChildPoterne} does.
 */
final class StartedHere {

    private StartedHere() {}

    /** What is said on the terminal when the start is refused. */
    static String refusal(Map<String, String> settings, String... arguments) {
        var terminal = System.err;
        var said = new ByteArrayOutputStream();
        try (var listening = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setErr(listening);
            var code = SpringApplication.withHook(
                    in(environment(settings)), () -> Commands.run(Poterne.class, Serving.class, arguments));
            assertThat(code).as("its exit code").isPresent();
            assertThat(code.getAsInt()).as("its exit code").isNotZero();
        } finally {
            System.setErr(terminal);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    /** The log stays as it is: it is that of every house in this JVM. */
    private static SpringApplicationHook in(ConfigurableEnvironment environment) {
        return application -> {
            application.setEnvironment(environment);
            application.setListeners(application.getListeners().stream()
                    .filter(listener -> !(listener instanceof LoggingApplicationListener))
                    .toList());
            return new SpringApplicationRunListener() {};
        };
    }

    /** Nothing of this process's own environment but what is no setting. */
    private static ConfigurableEnvironment environment(Map<String, String> settings) {
        var told = new HashMap<String, Object>(System.getenv());
        told.keySet().removeIf(ChildPoterne::isSetting);
        told.putAll(settings);
        var environment = new StandardServletEnvironment();
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, told));
        return environment;
    }
}
