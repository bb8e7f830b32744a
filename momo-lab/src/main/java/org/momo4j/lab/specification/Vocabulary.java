package org.momo4j.lab.specification;

import java.util.List;
import java.util.Optional;
import org.momo4j.api.provider.Component;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.Interval;
import org.momo4j.lab.experiment.Training.Unit;

/** The keys of a specification, besides those of what is installed. */
final class Vocabulary {
    static final HyperParameters<TrainingKeys> TRAINING = HyperParameters.of(TrainingKeys.class);
    static final HyperParameters<StopKeys> STOP = HyperParameters.of(StopKeys.class);
    static final HyperParameters<RandomKeys> RANDOM = HyperParameters.of(RandomKeys.class);

    static final Component EPOCHS = whole("epochs", "passes over all examples");
    static final Component STEPS = whole("steps", "steps of the optimizer");
    static final Component EVERY = whole("every", "evaluate every so many units");
    static final Component POINTS = whole("points", "evaluate so often, at steps that grow by a factor");
    static final Component UNIT = new Component("unit", Unit.class, "of every; by default that of the length",
            Optional.empty(), Interval.ALL);
    static final Component SEEDS = new Component("seeds", int.class, "that many seeds from 0 on, or a list of seeds",
            Optional.of(1), Interval.of("[1, 1000000]"));
    static final Component SEED = new Component("seed", long.class, "a seed", Optional.empty(), Interval.ALL);

    /** What a run may say for itself. */
    static final List<String> OF_A_RUN = List.of("objective", "seeds", "batchSize", "epochs", "steps", "sampling",
            "type", "accumulate", "clip", "evaluate", "stop", "diagnostics", "threads");

    private Vocabulary() {}

    private static Component whole(String name, String description) {
        return new Component(name, long.class, description, Optional.empty(), Interval.of("[1, inf)"));
    }
}
