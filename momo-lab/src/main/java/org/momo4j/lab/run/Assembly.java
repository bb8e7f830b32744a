package org.momo4j.lab.run;

import java.util.Map;
import java.util.OptionalLong;
import org.momo4j.api.method.LearningRate;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.provider.LearningRateProvider;
import org.momo4j.api.provider.LowerBoundProvider;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.ScheduleSetting;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.convex.sampling.RandomStreams;
import org.momo4j.convex.sampling.Sampler;
import org.momo4j.convex.sampling.Shuffled;
import org.momo4j.convex.sampling.WithReplacement;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.experiment.Training;

/**
 * Makes the parts of a run from its plan. Confined to one thread, since it keeps objectives for the next run; closing it closes them.
 */
public final class Assembly implements AutoCloseable {
    private final Catalogues catalogues;
    private final ObjectiveShelf shelf;

    /** Makes parts of what is installed. */
    public Assembly(Catalogues catalogues) {
        this.catalogues = catalogues;
        shelf = new ObjectiveShelf(catalogues.objectives());
    }

    /**
     * The parts.
     *
     * @throws NotApplicableException   if the parts do not go together
     * @throws IllegalArgumentException if there is no such part, or the objective cannot be created
     */
    public RunParts of(RunPlan plan) throws NotApplicableException {
        Training training = plan.training();
        HeldObjective held = shelf.get(plan.objective());
        Objective objective = held.fresh();
        Epochs epochs = Epochs.of(objective.samples(), training);
        long steps = epochs.steps(training.length());
        if (training.stopping().gap() > 0 && held.optimum().isEmpty()) {
            throw new NotApplicableException("it shall stop at a gap of " + training.stopping().gap()
                    + ", and the optimal value of " + plan.objective().name() + " is not known");
        }
        OptimizerProvider<?> provider = catalogues.optimizers().get(plan.optimizer().name());
        try {
            LearningRate rate = schedule(plan.learningRate(),
                    new ScheduleSetting(OptionalLong.of(steps), this::schedule));
            LowerBound bound = bound(catalogues.bounds().get(plan.bound().name()), plan.bound().values());
            Setting setting = new Setting(objective.layout(), training.type(), rate, bound,
                    RandomStreams.of(plan.seed(), "optimizer", 0), training.threads());
            return new RunParts(objective, held.optimum(), optimizer(provider, plan.optimizer().values(), setting),
                    sampler(plan, objective.samples()), epochs, steps);
        } catch (IllegalArgumentException refused) {
            throw new NotApplicableException(refused);
        }
    }

    /** A run failed half-way: its objective is not used again. */
    public void discard(RunPlan plan) {
        shelf.discard(plan.objective());
    }

    /**
     * Closes the objectives; parts that were made are of no further use.
     *
     * @throws IllegalStateException if one could not be closed
     */
    @Override
    public void close() {
        shelf.close();
    }

    private LearningRate schedule(Choice choice, ScheduleSetting setting) {
        return schedule(catalogues.schedules().get(choice.name()), choice.values(), setting);
    }

    private static <P> LearningRate schedule(LearningRateProvider<P> provider, Map<String, Object> values,
            ScheduleSetting setting) {
        return provider.create(provider.hyperParameters().read(values), setting);
    }

    private static <P> LowerBound bound(LowerBoundProvider<P> provider, Map<String, Object> values) {
        return provider.create(provider.hyperParameters().read(values));
    }

    private static <P> Optimizer optimizer(OptimizerProvider<P> provider, Map<String, Object> values,
            Setting setting) {
        return provider.create(provider.hyperParameters().read(values), setting);
    }

    private static Sampler sampler(RunPlan plan, int samples) {
        int size = Math.min(plan.training().batchSize(), samples);
        return switch (plan.training().sampling()) {
            case SHUFFLE -> new Shuffled(samples, size, plan.seed());
            case WITH_REPLACEMENT -> new WithReplacement(samples, plan.training().batchSize(), plan.seed());
        };
    }
}
