package org.momo4j.testkit.step;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGeneratorFactory;
import org.momo4j.api.method.LearningRate;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.testkit.Subject;

/**
 * A subject in one element type.
 *
 * @param subject the optimizer and its settings
 * @param type    the element type of its parameters
 */
public record OptimizerTrial(OptimizerSubject subject, ElementType type) implements Subject {
    private static final long SEED = 20240721;

    @Override
    public String name() {
        return subject.name() + ", " + type;
    }

    /** A fresh optimizer for one tensor of this many parameters. */
    Optimizer create(int dimension) {
        return create(ParameterLayout.flat(dimension), subject.lowerBound().get());
    }

    /** A fresh optimizer. */
    Optimizer create(ParameterLayout layout, LowerBound bound) {
        return create(layout, bound, subject.learningRate());
    }

    /** A fresh optimizer with a learning rate that is not the subject's. */
    Optimizer create(ParameterLayout layout, LowerBound bound, LearningRate rate) {
        return subject.create().apply(new Setting(layout, type, rate, bound,
                RandomGeneratorFactory.of("L64X128MixRandom").create(SEED)));
    }

    /** The bound of the subject, and one that remembers something even if the subject's does not. */
    List<Supplier<LowerBound>> bounds() {
        return List.of(subject.lowerBound(), DriftingBound::new);
    }

    /** The same subject in another element type. */
    OptimizerTrial in(ElementType other) {
        return new OptimizerTrial(subject, other);
    }

    /** How much a scalar that is summed in another order may move a parameter, relative to the largest parameter. */
    double rounding() {
        return type == ElementType.FLOAT64 ? 1e-14 : 2 * Math.ulp(1f);
    }

    /** The other element type. */
    ElementType otherType() {
        return type == ElementType.FLOAT32 ? ElementType.FLOAT64 : ElementType.FLOAT32;
    }

    /** A vector of zeros in the element type of this trial. */
    FlatVector zeros(long size) {
        return FlatVector.zeros(type, size);
    }
}
