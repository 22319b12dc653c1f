package org.poterne.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.poterne.factor.FactorPolicy.Kind;
import org.poterne.tenant.SettingRefused;

class FactorPolicyTests {

    @Test
    void whatNobodyMayAddIsNotAskedOfEverybody() {
        assertThatThrownBy(() -> new FactorPolicy(List.of(), true)).isInstanceOf(SettingRefused.class);
        assertThat(new FactorPolicy(List.of(), false).offer()).isEmpty();
        assertThat(new FactorPolicy(List.of(Kind.TOTP), true).required()).isTrue();
    }

    @Test
    void codesOnPaperAreNoFactorByThemselves() {
        assertThatThrownBy(() -> new FactorPolicy(List.of(Kind.RECOVERY_CODE), false))
                .isInstanceOf(SettingRefused.class);
    }

    @Test
    void eachIsNamedOnce() {
        assertThatThrownBy(() -> new FactorPolicy(List.of(Kind.TOTP, Kind.TOTP), false))
                .isInstanceOf(SettingRefused.class);
    }
}
