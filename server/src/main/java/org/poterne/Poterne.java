package org.poterne;

import org.poterne.command.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Poterne, the small door beside the great gate. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class) // its users are ours
@ConfigurationPropertiesScan
public class Poterne {

    static void main(String[] arguments) {
        Commands.run(Poterne.class, Serving.class, arguments).ifPresent(System::exit);
    }
}
