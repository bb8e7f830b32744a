package org.momo4j.testkit.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.momo4j.api.method.LearningRate;
import org.momo4j.testkit.BrokenPromises;
import org.momo4j.testkit.Promise;

/** A schedule without faults keeps every promise; every promise can be broken, and each fault breaks its own alone. */
class PlantedScheduleTest implements LearningRateContract {
    @Override
    public Stream<LearningRateSubject> subjects() {
        return Stream.of(subject("1/sqrt(k)", () -> k -> 1 / Math.sqrt(k)),
                subject("no cap", () -> k -> Double.POSITIVE_INFINITY).orInfinite());
    }

    private static LearningRateSubject subject(String name, Supplier<LearningRate> schedule) {
        return new LearningRateSubject(name, schedule, false);
    }

    @ParameterizedTest
    @EnumSource
    void faultIsCaught(ScheduleFault fault) {
        AtomicLong created = new AtomicLong();
        assertEquals(List.of(fault.promise()), BrokenPromises.of(
                subject(fault.name(), () -> fault.schedule(created)), LearningRateContract.promises()));
    }

    @Test
    void everyPromiseHasAFaultThatBreaksIt() {
        List<String> broken = Arrays.stream(ScheduleFault.values()).map(ScheduleFault::promise).toList();
        for (Promise<LearningRateSubject> promise : LearningRateContract.promises()) {
            assertTrue(broken.contains(promise.name()), "nothing shows that this can fail: " + promise.name());
        }
    }
}
