package org.momo4j.bounds;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.momo4j.api.provider.LowerBoundProvider;
import org.momo4j.testkit.method.LowerBoundContract;
import org.momo4j.testkit.method.LowerBoundSubject;

/** The table of lower bounds: a new one is tested by being listed. */
class BoundsContractTest implements LowerBoundContract {
    @Override
    public Stream<LowerBoundSubject> subjects() {
        return Stream.of(subject(new KnownBound.Provider(), Map.of("value", -0.5)),
                subject(new OnlineBound.Provider(), Map.of("initial", -10)),
                subject(new OnlineBound.Provider(), Map.of()),
                subject(new TargetLevelBound.Provider(), Map.of()),
                subject(new TargetLevelBound.Provider(), Map.of("path", 0.1)),
                subject(new BestMinusGapBound.Provider(), Map.of()),
                subject(new PerSampleBound.Provider(), Map.of("values", List.of(0, -1, 0.5))).knowing(3));
    }

    private static <P> LowerBoundSubject subject(LowerBoundProvider<P> provider, Map<String, Object> values) {
        return LowerBoundSubject.of(provider, provider.hyperParameters().read(values));
    }
}
