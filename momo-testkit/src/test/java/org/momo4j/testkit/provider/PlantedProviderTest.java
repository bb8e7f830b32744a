package org.momo4j.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
        return Stream.of(planted(Optional.empty()));
    }

    private static ProviderSubject<?> planted(Optional<ProviderFault> fault) {
        PlantedProvider provider = new PlantedProvider(fault);
        boolean zero = fault.filter(ProviderFault.HAS_A_RATE_OF_ZERO::equals).isPresent();
        return new ProviderSubject<>(ProviderSubject.of(provider).kind(), provider, Map.of(), provider::create,
                () -> OptionalDouble.of(zero ? 0 : 0.5));
    }

    @ParameterizedTest
    @EnumSource
    void faultIsCaught(ProviderFault fault) {
        List<String> broken = BrokenPromises.of(planted(Optional.of(fault)), ProviderContract.promises());
        assertTrue(broken.contains(fault.promise()), fault + " broke " + broken);
    }

    @Test
    void everyPromiseHasAFaultThatBreaksIt() {
        List<String> broken = Arrays.stream(ProviderFault.values()).map(ProviderFault::promise).toList();
        assertEquals(broken, ProviderContract.promises().stream().map(Promise::name).toList());
    }
}
