package org.momo4j.testkit.step;

import org.momo4j.api.method.LowerBound;
import org.momo4j.api.method.Model;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Sample;
import org.momo4j.api.vector.FlatVector;

/**
 * The bound of a loss to which a constant was added. The bound within sees the loss without it, so that every bound goes
 * along with the constant, the ones that remember included.
 *
 * @param bound    the bound of the loss without the constant
 * @param constant what was added to the loss
 */
record TranslatedBound(LowerBound bound, double constant) implements LowerBound {
    @Override
    public Scope scope() {
        return bound.scope();
    }

    @Override
    public double before(Model model, Sample sample) {
        return bound.before(new Untranslated(model, constant), new UntranslatedSample(sample, constant)) + constant;
    }

    @Override
    public void after(Model model, double lowerBound, double stepSize) {
        bound.after(new Untranslated(model, constant), lowerBound - constant, stepSize);
    }

    @Override
    public double value() {
        return bound.value() + constant;
    }

    @Override
    public State state() {
        return bound.state();
    }

    @Override
    public void restore(State state) {
        bound.restore(state);
    }

    /** The model of the loss without the constant; an averaged loss holds it ρ_k times. */
    private record Untranslated(Model model, double constant) implements Model {
        @Override
        public long k() {
            return model.k();
        }

        @Override
        public double loss() {
            return model.loss() - constant;
        }

        @Override
        public double lossAverage() {
            return model.lossAverage() - model.rho() * constant;
        }

        @Override
        public double gamma() {
            return model.gamma();
        }

        @Override
        public double rho() {
            return model.rho();
        }

        @Override
        public double directionDotParams() {
            return model.directionDotParams();
        }

        @Override
        public double decayedDirectionDotParams() {
            return model.decayedDirectionDotParams();
        }

        @Override
        public double directionNormSquared() {
            return model.directionNormSquared();
        }
    }

    /** The sample without the constant. */
    private record UntranslatedSample(Sample sample, double constant) implements Sample {
        @Override
        public double loss() {
            return sample.loss() - constant;
        }

        @Override
        public FlatVector gradient() {
            return sample.gradient();
        }

        @Override
        public Batch batch() {
            return sample.batch();
        }

        @Override
        public double weight() {
            return sample.weight();
        }

        @Override
        public double at(FlatVector point, FlatVector gradientOut) {
            return sample.at(point, gradientOut) - constant;
        }
    }
}
