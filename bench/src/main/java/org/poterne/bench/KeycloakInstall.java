package org.poterne.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.poterne.rig.Address;
import org.poterne.rig.Blueprint;
import org.poterne.rig.Postgres;
import org.poterne.rig.RigFailure;

/** A Keycloak as its guide for production sets one up, on a database of its own. */
record KeycloakInstall(Path home) {

    static final String ADMINISTRATOR = "admin";

    /** @param distribution {@code keycloak-quarkus-dist-….zip} */
    static KeycloakInstall unpack(Path distribution, Path folder) {
        try (var zip = new ZipFile(distribution.toFile())) {
            for (var entry : zip.stream().toList()) {
                var file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new RigFailure(distribution + " leads out of its folder: " + entry);
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.resolveSibling("."));
                    try (var content = zip.getInputStream(entry)) {
                        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
            return new KeycloakInstall(home(folder));
        } catch (IOException e) {
            throw new RigFailure("Keycloak could not be unpacked from " + distribution, e);
        }
    }

    private static Path home(Path folder) throws IOException {
        try (var found = Files.list(folder)) {
            var home = found.filter(Files::isDirectory).findFirst().orElseThrow();
            Files.setPosixFilePermissions(home.resolve("bin/kc.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
            return home;
        }
    }

    /** {@code kc.sh build}: what it would otherwise do at its first start. */
    KeycloakInstall build() {
        var log = home.resolve("build.log");
        try {
            var builder = new ProcessBuilder(command("build", "--db=postgres"))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.toFile()));
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            if (builder.start().waitFor() != 0) {
                throw new RigFailure("kc.sh build failed:\n" + Files.readString(log));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RigFailure("interrupted", e);
        }
    }

    /** As many database connections as a Poterne has, the same hash, and visitors' addresses from the proxy. */
    Blueprint blueprint(Address address, Postgres postgres) {
        var command = command(
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + address.port(),
                "--hostname-strict=false",
                "--cache=local",
                "--proxy-headers=xforwarded",
                "--db-url=" + postgres.url(),
                "--db-username=" + postgres.user(),
                "--db-pool-max-size=20",
                "--spi-password-hashing--argon2--memory=" + Hasher.MEMORY,
                "--spi-password-hashing--argon2--iterations=" + Hasher.PASSES,
                "--spi-password-hashing--argon2--parallelism=" + Hasher.LANES);
        var environment = Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "KC_DB_PASSWORD",
                postgres.password(),
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                ADMINISTRATOR,
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                ADMINISTRATOR);
        return new Blueprint(
                "keycloak", command, environment, address, KeycloakDoor.first(address), home.resolve("keycloak.log"));
    }

    private List<String> command(String... words) {
        return Stream.concat(Stream.of(home.resolve("bin/kc.sh").toString()), Stream.of(words))
                .toList();
    }
}
