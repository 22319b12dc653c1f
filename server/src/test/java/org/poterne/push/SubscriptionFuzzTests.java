package org.poterne.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** What a browser says of the service that reaches it: three lines. */
class SubscriptionFuzzTests {

    @FuzzTest
    void aSubscriptionNamesAHostAndIsReadAsItIsWritten(byte[] input) {
        var lines = new String(input, StandardCharsets.UTF_8).split("\n", 3);
        if (lines.length < 3) {
            return;
        }
        Subscription.parse(lines[0], lines[1], lines[2]).ifPresent(subscription -> {
            assertThat(subscription.endpoint()).hasToString(lines[0]);
            assertThat(subscription.endpoint().getHost()).doesNotMatch("[0-9.]+|.*[:\\[\\]].*");
            var again = Subscription.parse(lines[0], subscription.p256dh(), subscription.auth());
            assertThat(again.map(Subscription::p256dh)).contains(subscription.p256dh());
            assertThat(again.map(Subscription::auth)).contains(subscription.auth());
        });
    }
}
