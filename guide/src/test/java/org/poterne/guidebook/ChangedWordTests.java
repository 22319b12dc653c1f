package org.poterne.guidebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.walk.Step;

/** What becomes of a guide when its pages change. */
class ChangedWordTests {

    @TempDir
    private Path folder;

    @Test
    void aLabelChangedInATenantFileChangesItsGuideAndAStepThatIsNoMoreThereStopsIt() throws IOException {
        var tenants = folder.resolve("tenants");
        WalkedTenants.copy(Path.of("../tenants/gimic"), tenants.resolve("gimic"));
        var file = tenants.resolve("gimic/tenant.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "    recovery.forgot.lead: \"Renseignez",
                                "    recovery.forgot.submit: \"Recevoir un lien\"\n    recovery.forgot.lead: \"Renseignez"));
        try (var server = WalkedServer.start(tenants, folder.resolve("data"));
                var browsers = TestBrowsers.start()) {
            var gimic = server.bean(Tenants.class).get(new TenantId("gimic"));
            var edition = new Author(server, browsers, new Cast(server))
                    .write(gimic, Locale.FRENCH, LocalDate.of(2026, 11, 26), _ -> {});
            assertThat(Steps.text(edition))
                    .contains("cliquez sur «\u00a0Recevoir un lien\u00a0».")
                    .isNotEqualTo(Files.readString(Path.of("../docs/guides/gimic/fr/steps.txt")));

            var hero = new Cast(server).newcomer(gimic);
            try (var walker = new Walker(server, browsers, gimic, gimic.words(Locale.FRENCH), hero)) {
                walker.isPatientFor(500);
                assertThatThrownBy(() -> walker.walk(List.of(
                                new Step.Open("/sign-in", "la page de connexion"), new Step.Follow("Un lien d’hier"))))
                        .isInstanceOf(WalkFailed.class)
                        .hasMessageContaining("gimic (fr), step 2")
                        .hasMessageContaining("Un lien d’hier");
            }
        }
    }

    @Test
    void aTenantIsWalkedWithoutItsHosts() {
        assertThat(WalkedTenants.withoutHosts("""
                name: A
                hosts: [login.a.example]
                zone: UTC
                """)).isEqualTo("name: A\nzone: UTC\n");
        assertThat(WalkedTenants.withoutHosts("""
                name: A
                hosts:
                  - login.a.example
                  - a.example
                zone: UTC
                """)).isEqualTo("name: A\nzone: UTC\n");
    }
}
