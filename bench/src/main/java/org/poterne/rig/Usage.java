package org.poterne.rig;

import java.time.Duration;

/**
 * What a process and its children have used up to now.
 *
 * @param resident bytes of the process itself (VmRSS)
 * @param proportional bytes, what is shared counted by shares (PSS)
 */
public record Usage(Duration cpu, long resident, long proportional) {

    static Usage of(long pid) {
        return new Usage(
                Proc.cpuOfTree(pid), Proc.bytes(pid, "status", "VmRSS"), Proc.bytes(pid, "smaps_rollup", "Pss"));
    }
}
