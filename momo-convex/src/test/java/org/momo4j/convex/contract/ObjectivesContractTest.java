package org.momo4j.convex.contract;

import java.util.Map;
import java.util.stream.Stream;
import org.momo4j.api.provider.ObjectiveProvider;
import org.momo4j.convex.provider.AbsoluteLossProvider;
import org.momo4j.convex.provider.HalfSpacesProvider;
import org.momo4j.convex.provider.HingeProvider;
import org.momo4j.convex.provider.LeastSquaresProvider;
import org.momo4j.convex.provider.LogisticProvider;
import org.momo4j.convex.provider.MaxCoordinateProvider;
import org.momo4j.convex.provider.PowerLawQuadraticProvider;
import org.momo4j.convex.provider.SquaredHingeProvider;
import org.momo4j.testkit.objective.ObjectiveContract;
import org.momo4j.testkit.objective.ObjectiveSubject;
import org.momo4j.testkit.objective.Trait;

/** The table of objectives: a new one is tested by being listed. */
class ObjectivesContractTest implements ObjectiveContract {
    @Override
    public Stream<ObjectiveSubject> subjects() {
        Map<String, Object> small = Map.of("samples", 30, "dimension", 6);
        return Stream.of(convex(new LeastSquaresProvider(), small),
                convex(new LeastSquaresProvider(),
                        Map.of("samples", 30, "dimension", 6, "noise", 0.5, "l2", 0.1, "shift", 1)),
                convex(new LeastSquaresProvider(), Map.of("data", "breast-cancer", "standardise", true, "l2", 0.01)),
                convex(new AbsoluteLossProvider(), small),
                convex(new LogisticProvider(), Map.of("samples", 30, "dimension", 6, "noise", 0.2)),
                convex(new LogisticProvider(), Map.of("data", "breast-cancer", "standardise", true, "l2", 0.01)),
                convex(new HingeProvider(), small), convex(new SquaredHingeProvider(), small),
                convex(new HalfSpacesProvider(), small), convex(new MaxCoordinateProvider(), Map.of()),
                convex(new PowerLawQuadraticProvider(), Map.of()));
    }

    private static <P> ObjectiveSubject convex(ObjectiveProvider<P> provider, Map<String, Object> values) {
        return ObjectiveSubject.of(provider, provider.hyperParameters().read(values)).with(Trait.DIFFERENTIABLE,
                Trait.CONVEX,
                Trait.MEAN_OF_EXAMPLES);
    }
}
