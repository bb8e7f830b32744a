package org.momo4j.lab.reference;

import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.method.Model;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.provider.ObjectiveProvider;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Need;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.Sample;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.convex.sampling.DrawnSample;
import org.momo4j.convex.sampling.WithReplacement;

/**
 * What an optimizer with its defaults does in its first step.
 *
 * @param needs         what it says that it needs of a sample
 * @param asksForBound whether it asked for the lower bound
 */
record Observation(Set<Need> needs, boolean asksForBound) {
    /** Lets the optimizer take a step. */
    static <P, Q> Observation of(OptimizerProvider<P> provider, ObjectiveProvider<Q> objectiveProvider) {
        Objective objective = objectiveProvider.create(objectiveProvider.hyperParameters().read(Map.of()));
        double rate = provider.defaultLearningRate();
        Watched bound = new Watched();
        Optimizer optimizer = provider.create(provider.hyperParameters().defaults(),
                new Setting(objective.layout(), ElementType.FLOAT64, k -> rate, bound, new SplittableRandom(0)));
        FlatVector params = FlatVector.zeros(ElementType.FLOAT64, objective.layout().size());
        objective.start(0, params);
        DrawnSample sample = new DrawnSample(objective, new WithReplacement(objective.samples(), 1, 0),
                params.zerosLike());
        sample.draw(params);
        optimizer.step(params, sample);
        return new Observation(optimizer.needs(), bound.asked);
    }

    /** The bound 0, which remembers whether it was asked for. */
    private static final class Watched implements LowerBound {
        private boolean asked;

        @Override
        public double before(Model model, Sample sample) {
            asked = true;
            return 0;
        }

        @Override
        public double value() {
            return 0;
        }

        @Override
        public State state() {
            return State.empty();
        }

        @Override
        public void restore(State state) {
            state.requireVersion(1);
        }
    }
}
