package org.poterne.house;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The Mann-Whitney rank test of two samples of times, by its normal approximation: whether a stranger with a clock could
 * tell them apart.
 */
public record RankTest(double firstMedian, double secondMedian, double p) {

    private record Sample(double value, boolean first) {}

    public static RankTest of(double[] first, double[] second) {
        var all = new ArrayList<Sample>();
        for (var value : first) {
            all.add(new Sample(value, true));
        }
        for (var value : second) {
            all.add(new Sample(value, false));
        }
        all.sort(Comparator.comparingDouble(Sample::value));
        var n = (double) first.length;
        var m = (double) second.length;
        var u = rankSum(all) - n * (n + 1) / 2;
        var z = (u - n * m / 2) / Math.sqrt(n * m * (n + m + 1) / 12);
        return new RankTest(median(first), median(second), 2 * (1 - normal(Math.abs(z))));
    }

    private static double rankSum(List<Sample> sorted) {
        var sum = 0.0;
        for (var rank = 0; rank < sorted.size(); rank++) {
            sum += sorted.get(rank).first() ? rank + 1 : 0;
        }
        return sum;
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

    @Override
    public String toString() {
        return "medians %.2f ms and %.2f ms, rank test p = %.3f".formatted(firstMedian, secondMedian, p);
    }
}
