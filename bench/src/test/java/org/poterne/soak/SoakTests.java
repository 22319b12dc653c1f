package org.poterne.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poterne.rig.Folders;
import org.poterne.rig.Launch;

/** The soak in short: two nodes, three faults. {@code ./poterne soak} has them all, and hours. */
class SoakTests {

    @TempDir
    Path folder = Path.of("");

    @Test
    void theServerKeepsItsWordWhileANodeIsKilledThePostgresRestartedAndTheMailPutOff() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        var tenants = Folders.tenant(folder.resolve("tenants"), "/soak-tenants", "soak");
        try (var street = Street.open(Launch.here(), folder, tenants, 2)) {
            var faults = List.of(Fault.MAIL_LATER, Fault.NODE_KILLED, Fault.POSTGRES_ENDED);
            var result = Run.on(street, 1, plan -> plan.of(faults, Duration.ofSeconds(2)));
            assertThat(result.findings()).isEmpty();
            assertThat(result.people()).isPositive();
            assertThat(result.struck()).extracting(Struck::fault).containsExactlyElementsOf(faults);
            assertThat(Faults.table(result.struck()).markdown()).contains(Fault.NODE_KILLED.words());
        }
    }
}
