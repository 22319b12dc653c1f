package org.poterne.unbinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.poterne.tenant.SettingRefused;

class UnbindingPolicyTests {

    @Test
    void theDelayIsADayAtLeastAndAWeekAtMost() {
        for (var wrong : new Duration[] {Duration.ZERO, Duration.ofHours(23), Duration.ofDays(8)}) {
            assertThatThrownBy(() -> new UnbindingPolicy(wrong)).isInstanceOf(SettingRefused.class);
        }
        assertThat(new UnbindingPolicy(Duration.ofHours(24)).delay()).isEqualTo(Duration.ofDays(1));
        assertThat(new UnbindingPolicy(Duration.ofDays(7)).delay()).isEqualTo(Duration.ofDays(7));
    }
}
