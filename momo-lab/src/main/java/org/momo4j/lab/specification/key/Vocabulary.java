package org.momo4j.lab.specification.key;

import java.util.List;
import java.util.Optional;
import org.momo4j.api.provider.Component;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.Interval;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.experiment.Training.Unit;

/** The keys of a specification, besides those of what is installed. */
public final class Vocabulary {
    /** How runs train. */
    public static final HyperParameters<TrainingKeys> TRAINING = HyperParameters.of(TrainingKeys.class);
    /** Rules of {@code stop}. */
    public static final HyperParameters<StopKeys> STOP = HyperParameters.of(StopKeys.class);
    /** Random search. */
    public static final HyperParameters<RandomKeys> RANDOM = HyperParameters.of(RandomKeys.class);

    /** A length. */
    public static final Component EPOCHS = whole("epochs", "passes over all examples");
    /** A length. */
    public static final Component STEPS = whole("steps", "steps of the optimizer");
    /** Of {@code evaluate}. */
    public static final Component EVERY = whole("every", "evaluate every so many units");
    /** Of {@code evaluate}. */
    public static final Component POINTS = whole("points", "evaluate so often, at steps that grow by a factor");
    /** Of {@code evaluate}. */
    public static final Component UNIT = new Component("unit", Unit.class, "of every; by default that of the length",
            Optional.empty(), Interval.ALL);
    /** How many seeds. */
    public static final Component SEEDS = new Component("seeds", int.class,
            "that many seeds from 0 on, or a list of seeds", Optional.of(1), Interval.of("[1, 1000000]"));
    /** One seed. */
    public static final Component SEED = new Component("seed", long.class, "a seed", Optional.empty(), Interval.ALL);

    /** The learning rate of an optimizer: a number or a schedule. */
    public static final String LR = "lr";
    /** The lower bound of an optimizer. */
    public static final String BOUND = "bound";
    /** What is minimised. */
    public static final String OBJECTIVE = "objective";
    /** The schedule that a number stands for. */
    public static final String CONSTANT = "constant";

    /** What a run may say for itself. */
    public static final List<String> OF_A_RUN = List.of(OBJECTIVE, "seeds", "batchSize", "epochs", "steps", "sampling",
            "type", "accumulate", "clip", "evaluate", "stop", "diagnostics", "threads");

    private Vocabulary() {}

    /** The rate of the constant schedule: what a number for {@code lr} means. */
    public static Component rate(Catalogues catalogues) {
        return catalogues.schedules().get(CONSTANT).hyperParameters().components().getFirst();
    }

    private static Component whole(String name, String description) {
        return new Component(name, long.class, description, Optional.empty(), Interval.of("[1, inf)"));
    }
}
