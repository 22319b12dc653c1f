package org.poterne.rig;

import java.time.Duration;

/**
 * What a process and its children have used up to now.
 *
 * @param resident bytes of memory (VmRSS)
 * @param proportional bytes, what is shared counted by shares (PSS)
 */
public record Usage(Duration cpu, long resident, long proportional) {

    /** Of this process and its children. */
    public static Usage here() {
        return of(ProcessHandle.current().pid());
    }

    static Usage of(long pid) {
        return new Usage(Proc.cpuOfTree(pid), sum(pid, "status", "VmRSS"), sum(pid, "smaps_rollup", "Pss"));
    }

    private static long sum(long pid, String file, String name) {
        return Proc.tree(pid).map(one -> Proc.bytes(one, file, name)).sum();
    }
}
