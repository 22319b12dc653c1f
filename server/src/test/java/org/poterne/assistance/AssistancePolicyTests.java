package org.poterne.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.poterne.tenant.SettingRefused;

/** From how many establishments on, and how long an answer takes. */
class AssistancePolicyTests {

    @Test
    void theThresholdIsTwoToAThousand() {
        assertThat(new AssistancePolicy(2, Duration.ofHours(1)).addressChangeFrom())
                .isEqualTo(2);
        assertThatThrownBy(() -> new AssistancePolicy(1, Duration.ofHours(1))).isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> new AssistancePolicy(1001, Duration.ofHours(1)))
                .isInstanceOf(SettingRefused.class);
    }

    @Test
    void anAnswerIsPromisedWithinAFortnight() {
        assertThatThrownBy(() -> new AssistancePolicy(5, Duration.ofMinutes(59)))
                .isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> new AssistancePolicy(5, Duration.ofDays(15))).isInstanceOf(SettingRefused.class);
    }
}
