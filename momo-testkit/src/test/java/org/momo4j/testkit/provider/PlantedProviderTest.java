package org.momo4j.testkit.provider;

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

/** A provider without faults keeps every promise; every promise can be broken, and each fault is caught. */
class PlantedProviderTest implements ProviderContract {
    @Override
    public Stream<ProviderSubject<?>> subjects() {
        return Stream.of(ProviderSubject.of(new PlantedProvider()));
    }

    @ParameterizedTest
    @EnumSource
    void faultIsCaught(ProviderFault fault) {
        List<String> broken = BrokenPromises.of(ProviderSubject.of(new PlantedProvider(Optional.of(fault))),
                ProviderContract.promises());
        assertTrue(broken.contains(fault.promise()), fault + " broke " + broken);
    }

    @Test
    void everyPromiseHasAFaultThatBreaksIt() {
        List<String> broken = Arrays.stream(ProviderFault.values()).map(ProviderFault::promise).toList();
        assertEquals(broken, ProviderContract.promises().stream().map(Promise::name).toList());
    }
}
