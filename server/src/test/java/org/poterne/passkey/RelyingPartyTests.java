package org.poterne.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poterne.house.House;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;

/** A passkey is bound to a name; where there is none, it is not offered. */
class RelyingPartyTests {

    private static final House HOUSE = House.open();

    @Test
    void aTenantIsBoundToTheHostOfItsOwnAddress() {
        var port = HOUSE.address().getPort();
        assertThat(party(HOUSE, "gimic").id()).isEqualTo("localhost");
        assertThat(party(HOUSE, "gimic").origins())
                .containsExactly(HOUSE.address().toString());
        assertThat(party(HOUSE, "maison").id()).isEqualTo("maison.localhost");
        assertThat(party(HOUSE, "maison").origins()).containsExactly("http://maison.localhost:" + port);
    }

    @Test
    void whereTheAddressIsANumberNoneIsOffered(@TempDir Path tenants) throws IOException {
        tenant(tenants, "gimic", "");
        tenant(tenants, "maison", "hosts: [maison.example.org]");
        try (var house = House.build()
                .with("poterne.base-url", "https://192.0.2.7")
                .with("poterne.tenants", tenants)
                .start()) {
            var passkeys = house.bean(Passkeys.class);
            assertThat(passkeys.areOffered(new TenantId("gimic"))).isFalse();
            assertThat(passkeys.areOffered(new TenantId("maison"))).isTrue();
            var visitor = house.visitor();
            var door = visitor.get("/gimic/sign-in");
            assertThat(door.page().select("form[data-act]")).isEmpty();
            assertThat(door.first("#identifier").attr("autocomplete")).isEqualTo("username");
            assertThat(visitor.get("/gimic/sign-in/with-passkey/options").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void inClearTextABrowserWouldMakeNone(@TempDir Path tenants) throws IOException {
        tenant(tenants, "gimic", "");
        try (var house = House.build()
                .with("poterne.base-url", "http://access.example.org")
                .with("poterne.tenants", tenants)
                .start()) {
            assertThat(house.bean(Passkeys.class).areOffered(new TenantId("gimic")))
                    .isFalse();
        }
    }

    /** Else people would be asked behind their link for what no browser has. */
    @Test
    void aTenantThatAsksForOneInRecoveryIsRefusedThere(@TempDir Path tenants) throws IOException {
        tenant(
                tenants,
                "gimic",
                "recovery: { procedures: [{ name: forgotten-password, proofs: [mailed-link, passkey] }] }");
        assertThatThrownBy(() -> House.build()
                        .with("poterne.base-url", "https://192.0.2.7")
                        .with("poterne.tenants", tenants)
                        .start()
                        .close())
                .hasStackTraceContaining(
                        "recovery.procedures: asks for a `passkey` at an address where no browser has one.");
    }

    private static void tenant(Path tenants, String name, String more) throws IOException {
        var folder = Files.createDirectories(tenants.resolve(name));
        Files.writeString(folder.resolve("tenant.yaml"), """
                name: Ailleurs
                languages: [fr]
                contact: { mail: aide@ailleurs.example }
                """ + more);
    }

    private static RelyingParty party(House house, String tenant) {
        return RelyingParty.of(house.bean(Tenants.class).get(new TenantId(tenant)))
                .orElseThrow();
    }
}
