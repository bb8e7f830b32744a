package org.momo4j.testkit.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.momo4j.api.method.LearningRate;
import org.momo4j.testkit.BrokenPromises;

/** A schedule without faults keeps every promise; every promise can be broken. */
class PlantedScheduleTest implements LearningRateContract {
    private static final String RANGE = "every rate is positive, and finite unless it says otherwise";
    private static final String MEMORY = "rates are functions of k alone";

    @Override
    public Stream<LearningRateSubject> subjects() {
        return Stream.of(subject("1/sqrt(k)", () -> k -> 1 / Math.sqrt(k)),
                subject("no cap", () -> k -> Double.POSITIVE_INFINITY).orInfinite());
    }

    private static LearningRateSubject subject(String name, Supplier<LearningRate> schedule) {
        return new LearningRateSubject(name, schedule, false);
    }

    private static LearningRate counting() {
        AtomicLong asked = new AtomicLong();
        return k -> 1.0 / asked.incrementAndGet();
    }

    @TestFactory
    Stream<DynamicTest> faultsAreCaught() {
        AtomicLong created = new AtomicLong();
        Map<LearningRateSubject, List<String>> faults = Map.of(
                subject("starts at zero", () -> k -> k - 1), List.of(RANGE),
                subject("ends at zero", () -> k -> Math.max(0, 1 - k * 1e-6)), List.of(RANGE),
                subject("negative at the end", () -> k -> Math.cos(k * 1e-8)), List.of(RANGE),
                subject("not a number", () -> k -> Math.sqrt(100 - k)), List.of(RANGE),
                subject("infinite unsaid", () -> k -> 1.0 / (k / 2)), List.of(RANGE),
                subject("counts calls", PlantedScheduleTest::counting), List.of(MEMORY),
                subject("differs by instance", () -> {
                    long instance = created.incrementAndGet();
                    return k -> instance;
                }), List.of(MEMORY));
        return faults.entrySet().stream().map(fault -> DynamicTest.dynamicTest(fault.getKey().name(),
                () -> assertEquals(fault.getValue(),
                        BrokenPromises.of(fault.getKey(), LearningRateContract.promises()))));
    }

    @Test
    void thereAreTheTwoPromises() {
        assertTrue(LearningRateContract.promises().stream().allMatch(p -> List.of(RANGE, MEMORY).contains(p.name())));
    }
}
