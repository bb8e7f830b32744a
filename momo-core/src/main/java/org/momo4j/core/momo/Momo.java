package org.momo4j.core.momo;

import static org.momo4j.api.step.NonFiniteStepException.requireFinite;

import java.util.EnumSet;
import java.util.Set;
import org.momo4j.api.method.Decay;
import org.momo4j.api.method.LearningRate;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Acted;
import org.momo4j.api.step.Need;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.Sample;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.pass.Groups;
import org.momo4j.core.pass.Passes;
import org.momo4j.core.pass.Sums;

/**
 * MoMo: a model-based step size for any momentum method (MATH.md sections 2 and 3; Schaipp, Ohana, Eickenberg, Defazio,
 * Gower, ICML 2024). The step minimises max{m_k(y), f*} + |y − x_k|²/(2 α_k) + λ/2 |y|², norms in the metric D_k:
 *
 * <pre>
 * t_k     = ( f̄_k − γ_k − ρ_k f* + Σ_i ⟨d_i, x_i⟩/(1 + c_i α_k λ_i) )_+ / Σ_i c_i |d_i|²/(1 + c_i α_k λ_i)
 * τ_k     = min(α_k/ρ_k, t_k)
 * x_{k+1} = (x_k − τ_k c D_k^-1 d_k)/(1 + c α_k λ)
 * </pre>
 */
public final class Momo implements Optimizer {
    private final ElementType type;
    private final long size;
    private final LearningRate learningRate;
    private final LowerBound lowerBound;
    private final Groups groups;
    private final Averages averages;
    private final Passes passes;
    private final Sums sums = new Sums();
    private final StepReport.Builder report = new StepReport.Builder();

    /**
     * MoMo on top of a momentum method.
     *
     * @param method      its averaging and preconditioner; not shared with another optimizer
     * @param weightDecay λ of the groups that have none of their own
     * @param decay       how weight decay enters the step
     * @param setting     parameters, learning rate and lower bound
     * @throws IllegalArgumentException if λ is not in [0, inf), or the learning rate is not positive, or infinite where
     *                                  something decays
     */
    public Momo(MomentumMethod method, double weightDecay, Decay decay, Setting setting) {
        if (!(weightDecay >= 0 && weightDecay < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weight decay is " + weightDecay + "; it must be in [0, inf)");
        }
        type = setting.type();
        size = setting.layout().size();
        learningRate = setting.learningRate();
        lowerBound = setting.lowerBound();
        groups = new Groups(setting.layout(), weightDecay, decay);
        averages = new Averages(method.averaging());
        passes = Passes.of(method.preconditioner(), method.averaging().looksAhead(), groups, setting);
        rate(1); // a rate that is wrong from the start is refused before the first step
    }

    @Override
    public StepReport step(FlatVector params, Sample sample) {
        FlatVector gradient = sample.gradient();
        FlatVector.requireSame("params", params, type, size);
        FlatVector.requireSame("gradient", gradient, type, size);
        long k = averages.k();
        double alpha = rate(k);
        double loss = requireFinite(k, "loss", sample.loss());

        // section 2: the averages-to-be
        averages.weigh(k, sampleWeight(k, sample));
        passes.read(averages, alpha, params, gradient, sums);
        averages.observe(loss, sums);
        requireFinite(k, "inner product of gradient and parameters", sums.gradientDotParams());
        requireFinite(k, "inner product of averaged gradient and parameters", sums.directionDotParams());
        requireFinite(k, "squared norm of the averaged gradient", sums.directionNormSquared());

        // section 4: the lower bound
        double fStar = fStar(k, sample);

        // section 3: the step size
        double rho = averages.rho();
        double numerator = averages.lossAverage() - averages.gamma() - rho * fStar
                + averages.decayedDirectionDotParams();
        double cap = alpha / rho;
        requireFinite(k, "numerator of the adaptive term", numerator);
        double adaptiveTerm = isPositive(numerator, rho * fStar) && sums.decayedDirectionNormSquared() > 0
                ? numerator / sums.decayedDirectionNormSquared()
                : 0;
        double stepSize = requireFinite(k, "step size", Math.min(cap, adaptiveTerm));

        report.k(k).loss(loss).learningRate(alpha).stepSize(stepSize).adaptiveTerm(adaptiveTerm).cap(cap)
                .acted(acted(numerator, adaptiveTerm, cap)).rho(rho).lowerBound(fStar).modelValue(averages.h() / rho)
                .directionNorm(Math.sqrt(averages.directionNormSquared())).lossAverage(averages.lossAverage())
                .gamma(averages.gamma()).directionDotParams(averages.directionDotParams());

        // the step is whole: from here on nothing is refused
        passes.write(alpha, stepSize, params, gradient);
        lowerBound.after(averages, fStar, stepSize);
        averages.accept();
        return report.build();
    }

    /**
     * The positive part of section 3, with the noise guard of section 6: a numerator within the rounding error of its own
     * terms is no evidence that the model lies above the bound.
     */
    private boolean isPositive(double numerator, double scaledBound) {
        return numerator > 8 * Math.ulp(1.0) * magnitude(scaledBound);
    }

    private double magnitude(double scaledBound) {
        return Math.abs(averages.lossAverage()) + sums.absoluteDirectionDotParams() + Math.abs(averages.gamma())
                + Math.abs(scaledBound);
    }

    private Acted acted(double numerator, double adaptiveTerm, double cap) {
        if (adaptiveTerm > 0) {
            return adaptiveTerm <= cap ? Acted.ADAPTIVE_TERM : Acted.CAP;
        }
        if (sums.decayedDirectionNormSquared() == 0) {
            return Acted.ZERO_DIRECTION;
        }
        return numerator > 0 ? Acted.NOISE_GUARD : Acted.MODEL_AT_BOUND;
    }

    private double fStar(long k, Sample sample) {
        double bound = lowerBound.before(averages, sample);
        if (lowerBound.scope() == LowerBound.Scope.SAMPLE) {
            bound = averages.observeBound(bound);
        }
        return requireFinite(k, "lower bound", bound);
    }

    private double rate(long k) {
        double alpha = learningRate.at(k);
        if (!(alpha > 0)) {
            throw new IllegalArgumentException(
                    "learning rate at step " + k + " is " + alpha + "; it must be in (0, inf]");
        }
        groups.requireFiniteRateIfDecaying(alpha);
        return alpha;
    }

    private static double sampleWeight(long k, Sample sample) {
        double weight = requireFinite(k, "weight of the sample", sample.weight());
        if (!(weight > 0)) {
            throw new IllegalArgumentException(
                    "weight of the sample at step " + k + " is " + weight + "; it must be positive");
        }
        return weight;
    }

    @Override
    public Set<Need> needs() {
        Set<Need> needs = EnumSet.of(Need.LOSS);
        if (lowerBound.scope() == LowerBound.Scope.SAMPLE) {
            needs.add(Need.INDICES);
        }
        return needs;
    }

    @Override
    public State state() {
        return State.version(1).with("averages", averages.state()).with("passes", passes.state()).with("lowerBound",
                lowerBound.state());
    }

    @Override
    public void restore(State state) {
        State before = state();
        try {
            passes.restore(state.requireVersion(1).child("passes"));
            lowerBound.restore(state.child("lowerBound"));
            averages.restore(state.child("averages"));
        } catch (RuntimeException e) {
            passes.restore(before.child("passes"));
            lowerBound.restore(before.child("lowerBound"));
            throw e;
        }
    }
}
