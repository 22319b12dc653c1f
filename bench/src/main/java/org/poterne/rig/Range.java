package org.poterne.rig;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Median of a few measured values, with the least and the greatest. */
public record Range(double least, double median, double greatest) {

    public static <T> Range of(List<T> samples, ToDoubleFunction<T> value) {
        var sorted = samples.stream().mapToDouble(value).sorted().toArray();
        if (sorted.length == 0) {
            throw new RigFailure("nothing was measured");
        }
        var middle = sorted.length / 2;
        var median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Range(sorted[0], median, sorted[sorted.length - 1]);
    }

    /** {@code 12.3 (11.9–13.0)}; three figures count. */
    @Override
    public String toString() {
        return "%s (%s–%s)".formatted(figure(median), figure(least), figure(greatest));
    }

    public static String figure(double value) {
        var size = Math.abs(value);
        var decimals = size >= 100 || value == 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
