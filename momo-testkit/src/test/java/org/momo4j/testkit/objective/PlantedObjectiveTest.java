package org.momo4j.testkit.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.momo4j.testkit.BrokenPromises;
import org.momo4j.testkit.Promise;
import org.momo4j.testkit.problem.InterpolatingQuadratic;
import org.momo4j.testkit.problem.Quadratic;

/** Objectives without faults keep every promise; every promise can be broken, and each fault is caught. */
class PlantedObjectiveTest implements ObjectiveContract {
    @Override
    public Stream<ObjectiveSubject> subjects() {
        return Stream.of(planted(Optional.empty()),
                convex(ObjectiveSubject.of("quadratic", () -> Quadratic.of(9, 100, 1))),
                convex(ObjectiveSubject.of("quadratic of one parameter", () -> Quadratic.of(1, 5, 1))),
                convex(ObjectiveSubject.of("permuted", () -> Quadratic.of(3, 5, 1).permuted(new int[]{2, 0, 1}))),
                convex(ObjectiveSubject.of("interpolating", () -> InterpolatingQuadratic.of(7, 5, 2))));
    }

    private static ObjectiveSubject convex(ObjectiveSubject subject) {
        return subject.with(Trait.values());
    }

    private static ObjectiveSubject planted(Optional<ObjectiveFault> fault) {
        AtomicLong instances = new AtomicLong();
        return convex(ObjectiveSubject.of("planted",
                () -> new PlantedObjective(fault, instances.incrementAndGet())));
    }

    @ParameterizedTest
    @EnumSource
    void faultIsCaught(ObjectiveFault fault) {
        List<Promise<ObjectiveSubject>> promises = ObjectiveContract.promises().stream()
                .filter(promise -> promise.name().equals(fault.promise())).toList();
        assertEquals(1, promises.size(), "no promise is called \"" + fault.promise() + "\"");
        assertEquals(List.of(fault.promise()), BrokenPromises.of(planted(Optional.of(fault)), promises));
    }

    @Test
    void everyPromiseHasAFaultThatBreaksIt() {
        List<String> broken = Arrays.stream(ObjectiveFault.values()).map(ObjectiveFault::promise).toList();
        for (Promise<ObjectiveSubject> promise : ObjectiveContract.promises()) {
            assertTrue(broken.contains(promise.name()), "nothing shows that this can fail: " + promise.name());
        }
    }
}
