package org.momo4j.testkit.step;

import java.util.function.Function;
import java.util.function.Supplier;
import org.momo4j.api.method.LearningRate;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.testkit.ConstantBound;
import org.momo4j.testkit.Subject;

/**
 * An optimizer with its settings, to be held to {@link OptimizerContract}.
 *
 * @param name          what its tests are called after
 * @param create        creates a fresh optimizer
 * @param learningRate  α_k, sane for quadratics with eigenvalues of at most 1 that start about 1 away from the minimiser
 *                      in every coordinate
 * @param lowerBound    creates a fresh lower bound; all objectives of the contract are at least 0
 * @param perCoordinate whether the order of the parameters makes no difference; false for methods that treat tensors as
 *                      matrices, say
 * @param scaleInvariant whether a loss multiplied by a constant, with its bound, makes no difference; an ε added to a
 *                      metric must be negligible, since it is in the units of the gradient
 */
public record OptimizerSubject(String name, Function<Setting, Optimizer> create, LearningRate learningRate,
        Supplier<LowerBound> lowerBound, boolean perCoordinate, boolean scaleInvariant) implements Subject {
    /** A subject that does not claim to be scale invariant. */
    public OptimizerSubject(String name, Function<Setting, Optimizer> create, LearningRate learningRate,
            Supplier<LowerBound> lowerBound, boolean perCoordinate) {
        this(name, create, learningRate, lowerBound, perCoordinate, false);
    }

    /**
     * What a provider creates from these hyper-parameters. The bound is 0 and the order of the parameters makes no
     * difference, unless said otherwise by {@link #boundedBy} and {@link #dependentOnOrder}; nothing is claimed of the
     * scale of the loss, unless by {@link #claimingScaleInvariance}.
     */
    public static <P> OptimizerSubject of(OptimizerProvider<P> provider, P hyperParameters, double learningRate) {
        return new OptimizerSubject(provider.name() + " " + hyperParameters + ", lr " + learningRate,
                setting -> provider.create(hyperParameters, setting), k -> learningRate, () -> new ConstantBound(0),
                true);
    }

    /** The same subject, called something else. */
    public OptimizerSubject named(String other) {
        return new OptimizerSubject(other, create, learningRate, lowerBound, perCoordinate, scaleInvariant);
    }

    /** The same subject with a schedule. */
    public OptimizerSubject scheduled(LearningRate other) {
        return new OptimizerSubject(name, create, other, lowerBound, perCoordinate, scaleInvariant);
    }

    /** The same subject with another lower bound. */
    public OptimizerSubject boundedBy(Supplier<LowerBound> other) {
        return new OptimizerSubject(name, create, learningRate, other, perCoordinate, scaleInvariant);
    }

    /** The same subject, which may treat parameters differently according to where they lie. */
    public OptimizerSubject dependentOnOrder() {
        return new OptimizerSubject(name, create, learningRate, lowerBound, false, scaleInvariant);
    }

    /** The same subject, for which the scale of the loss makes no difference. */
    public OptimizerSubject claimingScaleInvariance() {
        return new OptimizerSubject(name, create, learningRate, lowerBound, perCoordinate, true);
    }
}
