package org.poterne.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcTests {

    @Test
    void aProcessMayBeCalledAnything() {
        var stat = Proc.Stat.parse("17 (a) b (c 9) S 4 17 17 0 -1 4194304 1 2 3 4 50 7 11 2 20 0 1 0 99 1 2");
        assertThat(stat).isEqualTo(new Proc.Stat(4, 57, 13));
    }

    @Test
    void whatHasEndedHasUsedNothing() {
        assertThat(Proc.cpuOfTree(Integer.MAX_VALUE)).isEqualTo(Duration.ZERO);
        assertThat(Proc.bytes(Integer.MAX_VALUE, "status", "VmRSS")).isZero();
    }
}
