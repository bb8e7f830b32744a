package org.momo4j.testkit.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.momo4j.testkit.BrokenPromises;
import org.momo4j.testkit.Promise;

/** A bound without faults keeps every promise; every promise can be broken, and each fault is caught. */
class PlantedBoundTest implements LowerBoundContract {
    @Override
    public Stream<LowerBoundSubject> subjects() {
        return Stream.of(planted(Optional.empty()), planted(Optional.empty()).knowing(5));
    }

    private static LowerBoundSubject planted(Optional<BoundFault> fault) {
        PlantedBound.Memory shared = new PlantedBound.Memory();
        boolean shares = fault.filter(BoundFault.SHARES_STATE::equals).isPresent();
        return new LowerBoundSubject("planted",
                () -> new PlantedBound(fault, shares ? shared : new PlantedBound.Memory()), 1);
    }

    @ParameterizedTest
    @EnumSource
    void faultIsCaught(BoundFault fault) {
        List<Promise<LowerBoundSubject>> promises = LowerBoundContract.promises().stream()
                .filter(promise -> promise.name().equals(fault.promise())).toList();
        assertEquals(1, promises.size(), "no promise is called \"" + fault.promise() + "\"");
        assertEquals(List.of(fault.promise()), BrokenPromises.of(planted(Optional.of(fault)), promises));
    }

    @Test
    void everyPromiseHasAFaultThatBreaksIt() {
        List<String> broken = Arrays.stream(BoundFault.values()).map(BoundFault::promise).toList();
        for (Promise<LowerBoundSubject> promise : LowerBoundContract.promises()) {
            assertTrue(broken.contains(promise.name()), "nothing shows that this can fail: " + promise.name());
        }
    }
}
