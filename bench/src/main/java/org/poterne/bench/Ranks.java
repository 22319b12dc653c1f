package org.poterne.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The Mann-Whitney rank test of two samples of times, by its normal approximation: whether a stranger with a clock could tell
 * them apart. Equal times share their rank.
 *
 * @param p how often chance alone would part them so far, or further
 */
record Ranks(double firstMedian, double secondMedian, double p) {

    private record One(double value, boolean first) {}

    static Ranks of(double[] first, double[] second) {
        var all = Stream.concat(
                        DoubleStream.of(first).mapToObj(value -> new One(value, true)),
                        DoubleStream.of(second).mapToObj(value -> new One(value, false)))
                .sorted(Comparator.comparingDouble(One::value))
                .toArray(One[]::new);
        var n = (double) first.length;
        var m = (double) second.length;
        var u = rankSum(all) - n * (n + 1) / 2;
        var spread = Math.sqrt(n * m / 12 * (n + m + 1 - ties(all) / ((n + m) * (n + m - 1))));
        var z = spread == 0 ? 0 : (u - n * m / 2) / spread;
        return new Ranks(median(first), median(second), 2 * (1 - normal(Math.abs(z))));
    }

    private static double rankSum(One[] sorted) {
        var sum = 0.0;
        for (var from = 0; from < sorted.length; from = end(sorted, from)) {
            var to = end(sorted, from);
            var shared = (from + 1 + to) / 2.0;
            sum += shared
                    * IntStream.range(from, to).filter(at -> sorted[at].first()).count();
        }
        return sum;
    }

    private static double ties(One[] sorted) {
        var sum = 0.0;
        for (var from = 0; from < sorted.length; from = end(sorted, from)) {
            var equal = (double) end(sorted, from) - from;
            sum += equal * equal * equal - equal;
        }
        return sum;
    }

    /** Of those that equal the one there. */
    private static int end(One[] sorted, int from) {
        var to = from + 1;
        while (to < sorted.length && sorted[to].value() == sorted[from].value()) {
            to++;
        }
        return to;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The standard normal distribution (Abramowitz and Stegun 26.2.17; error below 7.5e-8). */
    private static double normal(double z) {
        var t = 1 / (1 + 0.2316419 * z);
        var tail = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 1 - Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * tail;
    }
}
