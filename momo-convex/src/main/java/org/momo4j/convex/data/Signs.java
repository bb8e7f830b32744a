package org.momo4j.convex.data;

import java.util.Arrays;

/** Maps the labels of two classes to −1 and +1. */
final class Signs {
    private Signs() {}

    /** Two labels: the larger becomes +1. One label: its sign, and 0 becomes −1. */
    static double[] of(String name, double[] labels) {
        double[] distinct = Arrays.stream(labels).distinct().sorted().limit(4).toArray();
        if (distinct.length > 2) {
            throw new IllegalArgumentException(name + " has the labels "
                    + String.join(", ", Arrays.stream(distinct).limit(3).mapToObj(Double::toString).toList())
                    + (distinct.length > 3 ? " ..." : "") + "; two classes are allowed");
        }
        double threshold = distinct.length == 2 ? distinct[1] : Double.MIN_VALUE;
        return Arrays.stream(labels).map(label -> label >= threshold ? 1 : -1).toArray();
    }
}
