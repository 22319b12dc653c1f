package org.poterne.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.poterne.approval.ApprovalPolicy.AtTheDoor;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.Weakness;
import org.poterne.tenant.Weakness.Gravity;

class ApprovalPolicyTests {

    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    @Test
    void fewerThanSixDigitsNeedAnExceptionAndAreShownMoreSeldom() {
        var shorter = new ApprovalPolicy(2, TWO_MINUTES, AtTheDoor.ASKED);
        assertThat(shorter.weaknesses())
                .extracting(Weakness::rule, Weakness::gravity)
                .containsExactly(tuple("approval.digits", Gravity.NEEDS_EXCEPTION));
        assertThat(shorter.budget().amount()).isEqualTo(3);
        assertThat(shorter.budget().window()).isEqualTo(Duration.ofHours(1));
        assertThat(new ApprovalPolicy(6, TWO_MINUTES, AtTheDoor.ASKED).weaknesses())
                .isEmpty();
    }

    @Test
    void boundsAreSaid() {
        assertThatThrownBy(() -> new ApprovalPolicy(1, TWO_MINUTES, AtTheDoor.ASKED))
                .isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> new ApprovalPolicy(9, TWO_MINUTES, AtTheDoor.ASKED))
                .isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> new ApprovalPolicy(6, Duration.ofMinutes(11), AtTheDoor.ASKED))
                .isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> new ApprovalPolicy(6, Duration.ofSeconds(30), AtTheDoor.ASKED))
                .isInstanceOf(SettingRefused.class);
    }
}
