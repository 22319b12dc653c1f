package org.poterne.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever has one address of an IPv6 network has them all. */
class ClientAddressTests {

    @Test
    void ipv6IsCountedByItsNetwork() {
        assertThat(of("2001:db8:1:2:3:4:5:6")).isEqualTo(of("2001:db8:1:2:ffff::1"));
        assertThat(of("2001:db8:1:2::1")).isEqualTo(of("2001:0DB8:0001:0002:0000:0000:0000:0009"));
        assertThat(of("2001:db8:1:2::1")).isNotEqualTo(of("2001:db8:1:3::1"));
        assertThat(of("2001:db8:1:2::1").value()).isEqualTo("20010db800010002/64");
    }

    @Test
    void ipv4IsCountedAloneHoweverItIsWritten() {
        assertThat(of("192.0.2.7").value()).isEqualTo("192.0.2.7");
        assertThat(of("192.0.2.7")).isNotEqualTo(of("192.0.2.8"));
        assertThat(of("::ffff:192.0.2.7")).as("mapped").isEqualTo(of("192.0.2.7"));
        assertThat(of("::ffff:192.0.2.7")).isNotEqualTo(of("::ffff:192.0.2.8"));
    }

    @Test
    void whatIsNoAddressIsCountedTogetherAndNeverLookedUp() {
        assertThat(of("localhost")).isEqualTo(of("")).isEqualTo(of("unknown")).isEqualTo(of("999.1.1.1"));
        assertThat(of("localhost").value()).isEqualTo("unknown");
    }

    @Test
    void aPortBehindAnAddressIsNotPartOfIt() {
        assertThat(of("192.0.2.7:49152")).isEqualTo(of("192.0.2.7"));
    }

    @Test
    void itIsShownAsPeopleWriteItOrNotAtAll() {
        assertThat(of("192.0.2.7").shown()).isEqualTo("192.0.2.7");
        assertThat(of("2001:db8:0:1:2:3:4:5").shown()).isEqualTo("2001:db8:0:1::/64");
        assertThat(of("2001:db8::7").shown()).isEqualTo("2001:db8::/64");
        assertThat(of("2001:0:0:10::7").shown()).isEqualTo("2001:0:0:10::/64");
        assertThat(of("::1").shown()).isEqualTo("::/64");
        assertThat(of("unknown").shown()).isEmpty();
        assertThat(new ClientAddress("").shown()).isEmpty();
    }

    private static ClientAddress of(String remote) {
        return ClientAddress.of(remote);
    }
}
