package org.poterne.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What Linux tells of processes and of the machine. A process that has ended has used nothing more. */
final class Proc {

    private static final long TICK_MILLISECONDS = 10; // USER_HZ is 100 wherever Java runs on Linux

    /** Fields of {@code /proc/PID/stat} after the name, which may hold anything. */
    record Stat(long parent, long own, long ended) {

        static Stat parse(String line) {
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return new Stat(
                    Long.parseLong(fields[1]),
                    Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
                    Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
        }
    }

    private Proc() {}

    /** Of the process, its descendants, and those of them that have ended and been waited for. */
    static Duration cpuOfTree(long pid) {
        var ticks = tree(pid)
                .mapToObj(Proc::stat)
                .flatMap(Optional::stream)
                .mapToLong(stat -> stat.own() + stat.ended())
                .sum();
        return ticks(ticks);
    }

    /** The process and its descendants, as long as it lives. */
    static LongStream tree(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToLong(ProcessHandle::pid);
    }

    static Optional<Stat> stat(long pid) {
        return read("/proc/" + pid + "/stat").map(Stat::parse);
    }

    static Duration ticks(long count) {
        return Duration.ofMillis(count * TICK_MILLISECONDS);
    }

    /** A line {@code Name: 123 kB} of a file of the process, in bytes; 0 where it is not. */
    static long bytes(long pid, String file, String name) {
        return read("/proc/" + pid + "/" + file).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    static Optional<String> read(String file) {
        try {
            return Optional.of(Files.readString(Path.of(file)));
        } catch (IOException _) {
            return Optional.empty(); // it ended while it was being read
        }
    }
}
