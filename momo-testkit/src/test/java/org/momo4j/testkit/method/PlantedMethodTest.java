package org.momo4j.testkit.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.testkit.BrokenPromises;
import org.momo4j.testkit.Promise;

/** A method without faults keeps every promise; every promise can be broken, and each fault is caught. */
class PlantedMethodTest implements MomentumMethodContract {
    @Override
    public Stream<MomentumMethodSubject> subjects() {
        return Stream.of(planted(Optional.empty()));
    }

    private static MomentumMethodSubject planted(Optional<MethodFault> fault) {
        Map<ElementType, FlatVector> shared = new EnumMap<>(ElementType.class);
        return new MomentumMethodSubject("planted", (layout, type) -> {
            FlatVector fresh = FlatVector.zeros(type, layout.size());
            boolean shares = fault.filter(MethodFault.SHARES_STATE::equals).isPresent();
            return new MomentumMethod(new PlantedAveraging(fault, new AtomicLong()),
                    new PlantedMetric(fault, shares ? shared.computeIfAbsent(type, t -> fresh) : fresh));
        });
    }

    @ParameterizedTest
    @EnumSource
    void faultIsCaught(MethodFault fault) {
        List<MomentumMethodTrial> trials = MomentumMethodContract.trials(Stream.of(planted(Optional.of(fault))))
                .toList();
        List<Promise<MomentumMethodTrial>> promises = MomentumMethodContract.promises().stream()
                .filter(promise -> promise.name().equals(fault.promise())).toList();
        assertEquals(1, promises.size(), "no promise is called \"" + fault.promise() + "\"");
        for (MomentumMethodTrial trial : trials) {
            assertEquals(List.of(fault.promise()), BrokenPromises.of(trial, promises), trial.name());
        }
    }

    @Test
    void everyPromiseHasAFaultThatBreaksIt() {
        List<String> broken = Arrays.stream(MethodFault.values()).map(MethodFault::promise).toList();
        for (Promise<MomentumMethodTrial> promise : MomentumMethodContract.promises()) {
            assertTrue(broken.contains(promise.name()), "nothing shows that this can fail: " + promise.name());
        }
    }
}
