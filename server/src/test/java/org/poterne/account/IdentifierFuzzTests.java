package org.poterne.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Addresses and usernames of the outside world. */
class IdentifierFuzzTests {

    /** Whoever writes the canonical form means the same mailbox, and it is written one way. */
    @FuzzTest
    void theCanonicalFormOfAnAddressIsItsOwn(byte[] input) {
        EmailAddress.parse(new String(input, StandardCharsets.UTF_8)).ifPresent(address -> {
            assertThat(EmailAddress.parse(address.canonical()).map(EmailAddress::canonical))
                    .contains(address.canonical());
            assertThat(EmailAddress.parse(address.given())).contains(address);
            assertThat(address.canonical()).hasSizeLessThanOrEqualTo(254);
            assertThat(address.given() + address.envelope()).doesNotContainPattern("[\\s\\p{Cntrl}<>,;\"]");
            assertThat(address.masked()).contains("•••");
            assertThat(address.toString()).doesNotContain(address.canonical());
        });
    }

    /** No two usernames of one look: what looks alike has one skeleton, and a canonical form is of its own skeleton. */
    @FuzzTest
    void theCanonicalFormOfAUsernameIsItsOwn(byte[] input) {
        Username.parse(new String(input, StandardCharsets.UTF_8)).ifPresent(name -> {
            var again = Username.parse(name.canonical());
            assertThat(again.map(Username::canonical)).contains(name.canonical());
            assertThat(again.map(Username::skeleton)).contains(name.skeleton());
            assertThat(name.canonical()).doesNotContain("@").doesNotContainPattern("[\\s\\p{Cntrl}]");
        });
    }
}
