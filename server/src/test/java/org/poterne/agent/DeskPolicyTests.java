package org.poterne.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.tenant.SettingRefused;

/** A tenant's script and limits. */
class DeskPolicyTests {

    private static final List<ScriptProof> SCRIPT = List.of(proof("contract"), proof("call-back"));

    @Test
    void withoutAScriptThereIsNoDeskAndNothingIsEverEnough() {
        var none = new DeskPolicy(List.of(), 2, 20, 40, 60);
        assertThat(none.isOpen()).isFalse();
        assertThat(none.isEnough(List.of("contract", "call-back", "codes"))).isFalse();
    }

    @Test
    void asManyDifferentProofsAsNeededAreEnough() {
        var policy = new DeskPolicy(SCRIPT, 2, 20, 40, 60);
        assertThat(policy.isEnough(List.of("contract", "call-back"))).isTrue();
        assertThat(policy.isEnough(List.of("contract", "codes"))).isTrue();
        assertThat(policy.isEnough(List.of("contract", "contract"))).isFalse();
        assertThat(policy.isEnough(List.of())).isFalse();
    }

    @Test
    void oneProofIsNeverEnoughAndMoreThanThereAreAreNotAskedFor() {
        assertThatThrownBy(() -> new DeskPolicy(SCRIPT, 1, 20, 40, 60)).isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> new DeskPolicy(SCRIPT, 4, 20, 40, 60)).isInstanceOf(SettingRefused.class);
        assertThat(new DeskPolicy(SCRIPT, 3, 20, 40, 60).isOpen())
                .as("the codes are the third")
                .isTrue();
    }

    @Test
    void aProofIsNamedOnceAndNeverAsTheBuiltInOne() {
        assertThatThrownBy(() -> new DeskPolicy(List.of(proof("contract"), proof("contract")), 2, 20, 40, 60))
                .isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> proof("codes")).isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> proof("Contract")).isInstanceOf(SettingRefused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1001})
    void limitsAreBounded(int wrong) {
        assertThatThrownBy(() -> new DeskPolicy(SCRIPT, 2, wrong, 40, 60)).isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> new DeskPolicy(SCRIPT, 2, 20, wrong, 60)).isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> new DeskPolicy(SCRIPT, 2, 20, 40, wrong)).isInstanceOf(SettingRefused.class);
    }

    private static ScriptProof proof(String name) {
        return new ScriptProof(name, Map.of(Locale.FRENCH, name));
    }
}
