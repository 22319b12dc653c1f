package org.poterne.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** A start of the application with what the command line says above all other settings. */
final class Start {

    private final SpringApplicationBuilder builder;
    private final List<String> settings = new ArrayList<>();

    Start(Class<?> application, String profile) {
        this.builder = new SpringApplicationBuilder(application).profiles(profile);
    }

    Start with(String setting, Object value) {
        settings.add("--" + setting + "=" + value);
        return this;
    }

    Start withFolder(String setting, Optional<Path> folder) {
        folder.ifPresent(path -> with(setting, path.toAbsolutePath()));
        return this;
    }

    Start checking(ApplicationListener<?> listener) {
        builder.listeners(listener);
        return this;
    }

    ConfigurableApplicationContext server() {
        return builder.run(settings.toArray(String[]::new));
    }

    /** Nothing but what the command asks for is made, and nothing listens. */
    ConfigurableApplicationContext tool() {
        with("poterne.beside", true);
        return builder.web(WebApplicationType.NONE).lazyInitialization(true).run(settings.toArray(String[]::new));
    }
}
