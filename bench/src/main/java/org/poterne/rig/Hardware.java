package org.poterne.rig;

import java.util.Locale;

/** Where it was measured, in one line. */
final class Hardware {

    private Hardware() {}

    static String here() {
        var memory = Proc.read("/proc/meminfo").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("MemTotal:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
        return String.format(
                Locale.ROOT,
                "%d CPU (%s), %.0f GiB, %s, Java %s",
                Runtime.getRuntime().availableProcessors(),
                processor(),
                memory / 1024.0 / 1024.0,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.runtime.version"));
    }

    private static String processor() {
        return Proc.read("/proc/cpuinfo").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }
}
