package org.poterne.rig;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A server that can be started, and started again.
 *
 * @param environment beside what this process has, without its Poterne's settings
 * @param page what a visitor opens first: the server is up when it is answered by 200
 * @param log where both outputs go
 */
public record Blueprint(
        String name, List<String> command, Map<String, String> environment, Address address, String page, Path log) {

    public Blueprint {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
