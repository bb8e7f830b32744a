package org.momo4j.testkit.step;

import java.util.Optional;
import java.util.stream.Stream;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/** Provides the tiny optimizer with one fault, or without. */
record PlantedSgdProvider(Optional<Fault> fault, double weightDecay, PlantedSgd.Shared float32,
        PlantedSgd.Shared float64)
        implements
            OptimizerProvider<PlantedSgdProvider.None> {
    private static final int LARGEST = 5000;

    /** No hyper-parameters. */
    record None() {}

    /** One with decay, whose cap acts at times, and one without either, whose steps are Polyak's. */
    static Stream<OptimizerSubject> subjects(Optional<Fault> fault) {
        return Stream.of(OptimizerSubject.of(with(fault, 1e-3), new None(), 1), OptimizerSubject
                .of(with(fault, 0), new None(), Double.POSITIVE_INFINITY).claimingScaleInvariance());
    }

    private static PlantedSgdProvider with(Optional<Fault> fault, double weightDecay) {
        return new PlantedSgdProvider(fault, weightDecay, shared(ElementType.FLOAT32), shared(ElementType.FLOAT64));
    }

    private static PlantedSgd.Shared shared(ElementType type) {
        return new PlantedSgd.Shared(FlatVector.zeros(type, LARGEST), FlatVector.zeros(type, LARGEST));
    }

    @Override
    public String name() {
        return "planted-sgd";
    }

    @Override
    public String description() {
        return "heavy ball with a Polyak cap, with a fault or without";
    }

    @Override
    public HyperParameters<None> hyperParameters() {
        return HyperParameters.of(None.class);
    }

    @Override
    public double defaultLearningRate() {
        return 0.1;
    }

    @Override
    public Optimizer create(None hyperParameters, Setting setting) {
        return new PlantedSgd(setting, weightDecay, fault, setting.type() == ElementType.FLOAT32 ? float32 : float64);
    }
}
