package org.momo4j.testkit.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.momo4j.api.method.LearningRate;
import org.momo4j.testkit.Promise;

/** The promises of a schedule. */
final class LearningRatePromises {
    static final List<Promise<LearningRateSubject>> ALL = List.of(
            new Promise<>("every rate is positive, and finite unless it says otherwise", LearningRatePromises::range),
            new Promise<>("rates are functions of k alone", LearningRatePromises::noMemory));

    private static final long[] STEPS = LongStream.concat(LongStream.rangeClosed(1, 300),
            LongStream.of(1000, 12_345, 1_000_000, 1_000_000_000L)).toArray();

    private LearningRatePromises() {}

    private static void range(LearningRateSubject subject) {
        LearningRate rate = subject.create().get();
        for (long k : STEPS) {
            double value = rate.at(k);
            assertTrue(value > 0, "the rate at step " + k + " is " + value);
            assertTrue(subject.mayBeInfinite() || value < Double.POSITIVE_INFINITY,
                    "the rate at step " + k + " is infinite");
        }
    }

    private static void noMemory(LearningRateSubject subject) {
        LearningRate rate = subject.create().get();
        double[] upwards = LongStream.of(STEPS).mapToDouble(rate::at).toArray();
        LearningRate fresh = subject.create().get();
        for (int i = STEPS.length - 1; i >= 0; i--) {
            assertEquals(upwards[i], rate.at(STEPS[i]), "the rate asked again at step " + STEPS[i]);
            assertEquals(upwards[i], fresh.at(STEPS[i]), "the rate of a fresh schedule at step " + STEPS[i]);
        }
    }
}
