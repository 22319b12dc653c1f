package org.poterne.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poterne.house.House;
import org.poterne.words.Sentences;

/** The page about the tenant file says what is read, and its example starts. */
class TenantFileReferenceTests {

    private static final Path PAGE = Path.of("../docs/tenant-file.md");

    @TempDir
    private Path tenants;

    @Test
    void thePageIsWhatTheRecordsSay() throws IOException {
        var page = new TenantFileReference(sections()).page();
        if (Boolean.getBoolean("poterne.write-docs")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).content().isEqualTo(page);
    }

    @Test
    void theExampleOfThePageIsAccepted() throws IOException {
        Files.createDirectories(tenants.resolve("exemple"));
        Files.writeString(tenants.resolve("exemple/tenant.yaml"), new TenantFileReference(sections()).example());
        var read = new Tenants(
                new TenantSettings(URI.create("https://access.example"), tenants),
                sections(),
                List.of(),
                new Sentences(),
                Clock.systemUTC());
        assertThat(read.all()).singleElement().extracting(Tenant::name).isEqualTo("Académie d’Exemple");
    }

    private static List<TenantSection<?>> sections() {
        var sections = new ArrayList<TenantSection<?>>();
        House.open().beans(TenantSection.class).forEach(section -> sections.add(section));
        return sections;
    }
}
