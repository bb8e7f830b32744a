package org.momo4j.bounds;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.momo4j.testkit.provider.ProviderContract;
import org.momo4j.testkit.provider.ProviderSubject;

/** The table of providers of lower bounds. */
class BoundProvidersTest implements ProviderContract {
    @Override
    public Stream<ProviderSubject<?>> subjects() {
        return Stream.of(ProviderSubject.of(new KnownBound.Provider()), ProviderSubject.of(new OnlineBound.Provider()),
                ProviderSubject.of(new TargetLevelBound.Provider()),
                ProviderSubject.of(new BestMinusGapBound.Provider()),
                ProviderSubject.of(new PerSampleBound.Provider()).requiring(Map.of("values", List.of(0, -1))));
    }
}
