package org.momo4j.testkit.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.momo4j.testkit.BrokenPromises;
import org.momo4j.testkit.Promise;

/** Every promise of the contract can be broken, and every planted fault is caught by the promise that it breaks. */
class PlantedFaultsTest {
    @ParameterizedTest
    @EnumSource
    void isCaught(Fault fault) {
        List<OptimizerTrial> trials = OptimizerContract.trials(PlantedSgdProvider.subjects(Optional.of(fault)))
                .toList();
        List<Promise<OptimizerTrial>> promises = OptimizerContract.promises().stream()
                .filter(promise -> promise.name().equals(fault.promise())).toList();
        assertEquals(1, promises.size(), "no promise is called \"" + fault.promise() + "\"");
        assertTrue(trials.stream().anyMatch(trial -> BrokenPromises.of(trial, promises).contains(fault.promise())),
                fault + " was not caught");
    }

    @Test
    void everyPromiseHasAFaultThatBreaksIt() {
        List<String> broken = Arrays.stream(Fault.values()).map(Fault::promise).toList();
        for (Promise<OptimizerTrial> promise : OptimizerContract.promises()) {
            assertTrue(broken.contains(promise.name()), "nothing shows that this can fail: " + promise.name());
        }
    }
}
