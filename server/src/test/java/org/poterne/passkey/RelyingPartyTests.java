package org.poterne.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
    void whereTheAddressIsANumberNoneIsOffered() {
        try (var house =
                House.build().with("poterne.base-url", "https://192.0.2.7").start()) {
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
    void inClearTextABrowserWouldMakeNone() {
        try (var house = House.build()
                .with("poterne.base-url", "http://access.example.org")
                .start()) {
            assertThat(house.bean(Passkeys.class).areOffered(new TenantId("gimic")))
                    .isFalse();
        }
    }

    private static RelyingParty party(House house, String tenant) {
        return RelyingParty.of(house.bean(Tenants.class).get(new TenantId(tenant)))
                .orElseThrow();
    }
}
