package org.poterne.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.poterne.email.EmailPolicy.Change;
import org.poterne.tenant.SettingRefused;

/** How long a new address is held back, and how long the old one can take the account back. */
class EmailPolicyTests {

    @Test
    void theWayBackIsOpenForAWeekAndAtLeastAsLongAsTheNewAddressCools() {
        assertThat(new EmailPolicy(Change.HOLDER, Duration.ZERO).undo()).hasDays(7);
        assertThat(new EmailPolicy(Change.HOLDER, Duration.ofDays(3)).undo()).hasDays(7);
        assertThat(new EmailPolicy(Change.HOLDER, Duration.ofDays(14)).undo()).hasDays(14);
    }

    @Test
    void coolingIsAFortnightAtMost() {
        assertThatThrownBy(
                        () -> new EmailPolicy(Change.HOLDER, Duration.ofDays(14).plusSeconds(1)))
                .isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> new EmailPolicy(Change.HOLDER, Duration.ofSeconds(-1)))
                .isInstanceOf(SettingRefused.class);
    }
}
