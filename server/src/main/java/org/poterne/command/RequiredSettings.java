package org.poterne.command;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** What {@code serve} must be told before anything starts: an address for its links, and a way for its letters. */
final class RequiredSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var problems = problems(event.getEnvironment());
        if (!problems.isEmpty()) {
            throw new SettingsRefused(problems);
        }
    }

    static List<String> problems(Environment settings) {
        var problems = new ArrayList<String>();
        problems.addAll(baseUrl(text(settings, "poterne.base-url")));
        text(settings, "server.port")
                .filter(value -> !isPort(value))
                .ifPresent(value -> problems.add("SERVER_PORT is '" + value + "'. Write a number from 1 to 65535."));
        text(settings, "spring.datasource.url")
                .filter(url -> !url.startsWith("jdbc:postgresql:"))
                .ifPresent(_ -> problems.add("SPRING_DATASOURCE_URL is not the address of a PostgreSQL. Write it as"
                        + " jdbc:postgresql://HOST/DATABASE, with SPRING_DATASOURCE_USERNAME and"
                        + " SPRING_DATASOURCE_PASSWORD beside it.")); // not repeated: it may hold a password
        if (text(settings, "spring.mail.host").isEmpty()) {
            problems.add("SPRING_MAIL_HOST is missing. Name the SMTP server that sends your letters; also"
                    + " SPRING_MAIL_PORT, SPRING_MAIL_USERNAME and SPRING_MAIL_PASSWORD where it asks for them.");
        }
        if (text(settings, "poterne.mail.from").isEmpty()) {
            problems.add("POTERNE_MAIL_FROM is missing. Write the sender of your letters, as no-reply@example.org.");
        }
        return problems;
    }

    private static List<String> baseUrl(Optional<String> value) {
        if (value.isEmpty()) {
            return List.of("POTERNE_BASE_URL is missing. Write the address people use, as https://access.example.org:"
                    + " the links in letters begin with it.");
        }
        try {
            var url = URI.create(value.get());
            var isLocal = "localhost".equals(url.getHost());
            var isSafe = "https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && isLocal);
            if (isSafe && canBegin(url)) {
                return List.of();
            }
        } catch (IllegalArgumentException _) {
            // told below
        }
        return List.of("POTERNE_BASE_URL is '" + value.get()
                + "'. Write an address as https://access.example.org: passwords and links"
                + " travel over it (http:// is accepted for localhost only).");
    }

    /** What follows in a link is ours to write; a name and password in it would be told to every reader. */
    private static boolean canBegin(URI url) {
        return url.getHost() != null
                && url.getUserInfo() == null
                && url.getQuery() == null
                && url.getFragment() == null;
    }

    private static boolean isPort(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65_535;
    }

    private static Optional<String> text(Environment settings, String name) {
        return Optional.ofNullable(settings.getProperty(name)).filter(value -> !value.isBlank());
    }
}
