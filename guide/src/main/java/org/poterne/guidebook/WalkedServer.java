package org.poterne.guidebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import org.poterne.Poterne;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The product itself, on this machine alone, with a database and a mailbox of its own that nobody else sees. */
final class WalkedServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final URI address;
    private final Path data;

    private WalkedServer(ConfigurableApplicationContext context, URI address, Path data) {
        this.context = context;
        this.address = address;
        this.data = data;
    }

    /**
     * @param tenants the folder of the tenant files, as {@code ./poterne serve} reads it
     * @param data a folder that is empty, or was a walked server's before
     */
    static WalkedServer start(Path tenants, Path data) {
        var address = URI.create("http://localhost:" + freePort());
        var context = new SpringApplicationBuilder(Poterne.class)
                .profiles("demo", "walk")
                .run(
                        "--server.port=" + address.getPort(),
                        "--poterne.base-url=" + address,
                        "--poterne.data=" + data,
                        "--poterne.tenants=" + WalkedTenants.copy(tenants, data.resolve("tenants")),
                        "--logging.level.org.poterne=warn",
                        "--logging.level.org.poterne.tenant=error"); // what a file is weak in, serve says at each start
        return new WalkedServer(context, address, data);
    }

    URI address() {
        return address;
    }

    Letters letters() {
        return new Letters(data.resolve("mailbox"));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
