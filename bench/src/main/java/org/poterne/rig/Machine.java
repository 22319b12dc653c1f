package org.poterne.rig;

import java.time.Duration;
import java.util.Arrays;

/**
 * What the whole machine has done up to now, and how much of it was this process and its children.
 *
 * @param busy all processors together
 * @param stolen by other guests of the same host
 * @param ours of this process, its servers and theirs
 */
public record Machine(Duration elapsed, Duration busy, Duration stolen, Duration ours) {

    public static Machine now() {
        var line = Proc.read("/proc/stat").orElseThrow(() -> new RigFailure("this needs Linux: it reads /proc"));
        return parse(
                line.substring(0, line.indexOf('\n')),
                Proc.cpuOfTree(ProcessHandle.current().pid()));
    }

    static Machine parse(String line, Duration ours) {
        var ticks = Arrays.stream(line.replaceFirst("cpu +", "").split(" ", -1))
                .mapToLong(Long::parseLong)
                .limit(8) // guests' time is part of user's
                .toArray();
        var all = Arrays.stream(ticks).sum();
        var idle = ticks[3] + ticks[4];
        return new Machine(Proc.ticks(all), Proc.ticks(all - idle - ticks[7]), Proc.ticks(ticks[7]), ours);
    }

    /** How much somebody else disturbed since then. */
    public Disturbance since(Machine before) {
        var span = elapsed.minus(before.elapsed).toMillis();
        var others = busy.minus(before.busy).minus(ours.minus(before.ours)).toMillis();
        return span == 0
                ? new Disturbance(0, 0)
                : new Disturbance(
                        Math.max(0, 100.0 * others / span),
                        100.0 * stolen.minus(before.stolen).toMillis() / span);
    }

    /**
     * Shares of the whole machine, in percent.
     *
     * @param others processes that are not ours
     * @param steal what the hypervisor gave away
     */
    public record Disturbance(double others, double steal) {

        public boolean isWithin(Bounds bounds) {
            return others <= bounds.others() && steal <= bounds.steal();
        }
    }

    /** Percent of the whole machine beyond which a round does not count. */
    public record Bounds(double others, double steal) {}
}
