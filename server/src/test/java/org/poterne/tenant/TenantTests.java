package org.poterne.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poterne.words.Sentences;

/** Where an organisation's pages are, and how it speaks. */
class TenantTests {

    private static final TenantId PATHED = new TenantId("chemin");
    private static final TenantId HOSTED = new TenantId("maison");

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("chemin"));
        Files.createDirectories(folder.resolve("maison"));
        Files.writeString(folder.resolve("chemin/tenant.yaml"), """
                name: Chemin
                languages: [en]
                contact: { url: "https://chemin.example/aide" }
                """);
        Files.writeString(folder.resolve("maison/tenant.yaml"), """
                name: Maison
                languages: [fr, en]
                hosts: [login.maison.example, maison.example]
                contact: { mail: aide@maison.example }
                words: { fr: { signin.refused.e-mail: "Ce n’est pas ça." } }
                """);
    }

    @Test
    void oneWithoutAHostIsBelowItsNameOnTheInstallsAddress() {
        var tenant = tenants("https://access.example/").get(PATHED);
        assertThat(tenant.hasHost()).isFalse();
        assertThat(tenant.path("/sign-in")).isEqualTo("/chemin/sign-in");
        assertThat(tenant.link("/sign-in")).isEqualTo(URI.create("https://access.example/chemin/sign-in"));
    }

    @Test
    void oneWithHostsIsAtTheRootOfTheFirst() {
        var tenants = tenants("https://access.example");
        var tenant = tenants.get(HOSTED);
        assertThat(tenant.path("/sign-in")).isEqualTo("/sign-in");
        assertThat(tenant.link("/sign-in")).isEqualTo(URI.create("https://login.maison.example/sign-in"));
        assertThat(tenants.byHost("Maison.EXAMPLE")).contains(tenant);
        assertThat(tenants.byHost("chemin.example")).isEmpty();
    }

    @Test
    void languagesAreItsOwnAndTheFirstIsTheDefault() {
        var tenant = tenants("https://access.example").get(HOSTED);
        assertThat(tenant.languageFor(List.of(Locale.GERMAN, Locale.CANADA_FRENCH, Locale.ENGLISH)))
                .isEqualTo(Locale.FRENCH);
        assertThat(tenant.languageFor(List.of(Locale.GERMAN, Locale.UK))).isEqualTo(Locale.ENGLISH);
        assertThat(tenant.languageFor(List.of())).isEqualTo(Locale.FRENCH);
        assertThat(tenant.words(Locale.FRENCH).say("signin.refused.e-mail")).isEqualTo("Ce n’est pas ça.");
        assertThat(tenant.words(Locale.GERMAN).language()).isEqualTo(Locale.FRENCH);
        assertThat(tenant.words(Locale.ENGLISH).say("signin.refused.e-mail")).isNotEqualTo("Ce n’est pas ça.");
    }

    @Test
    void aNameFromOutsideIsATenantOnlyIfItIsPlain() {
        assertThat(TenantId.parse("maison-2")).contains(new TenantId("maison-2"));
        for (var text : List.of("", "Maison", "-a", "2a", "a_b", "a/b", "a\n", "é", "..", "a".repeat(32))) {
            assertThat(TenantId.parse(text)).as(text).isEmpty();
            assertThatThrownBy(() -> new TenantId(text)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> tenants("https://access.example").get(new TenantId("ailleurs")))
                .hasMessageContaining("ailleurs");
    }

    @Test
    void anAddressThatIsNoneStopsTheStart() {
        for (var base : List.of("ftp://access.example", "https:/access", "https://access.example/?a", "https://a/#b")) {
            assertThatThrownBy(() -> new TenantSettings(URI.create(base), folder))
                    .hasMessage("poterne.base-url is not a web address: " + base);
        }
    }

    private Tenants tenants(String base) {
        return new Tenants(
                new TenantSettings(URI.create(base), folder), List.of(), List.of(), new Sentences(), Clock.systemUTC());
    }
}
