package org.momo4j.lab.result.compare;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.momo4j.lab.result.summary.Setting;

/** The settings of a method on an objective, in the order of their learning rates. */
record Method(String name, List<Setting> settings) {
    /** Where the best median is: the first of those that are the same; a setting without scores is worse than any other. */
    int best() {
        return IntStream.range(0, settings.size()).boxed().min(Comparator.comparingDouble(this::cost)).orElseThrow();
    }

    Setting bestSetting() {
        return settings.get(best());
    }

    /** Of the best setting; NaN, which sorts last, without scores. */
    double cost() {
        return cost(best());
    }

    double score() {
        return bestSetting().spread().median();
    }

    private double cost(int i) {
        return settings.get(i).metric().cost(settings.get(i).spread().median());
    }

    RankedMethod ranked(int rank, Method winner, double initial, double tolerance) {
        return new RankedMethod(rank, name, bestSetting(), range(score(), initial, tolerance),
                range(winner.score(), initial, tolerance),
                this == winner
                        ? java.util.Optional.empty()
                        : java.util.Optional.of(
                                Significance.of(bestSetting().scores(), winner.bestSetting().scores())),
                settings);
    }

    private RateRange range(double reference, double initial, double tolerance) {
        Progress progress = new Progress(bestSetting().metric(), initial, reference);
        return RateRange.around(best(), settings,
                median -> Double.isFinite(median) && progress.of(median) >= 1 - tolerance);
    }
}
