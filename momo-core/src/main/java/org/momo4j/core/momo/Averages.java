package org.momo4j.core.momo;

import org.momo4j.api.method.Averaging;
import org.momo4j.api.method.Model;
import org.momo4j.api.state.State;
import org.momo4j.core.pass.Sums;
import org.momo4j.core.pass.Weights;

/**
 * The scalar averages of MATH.md section 2, and the linear model of the loss that they make with the direction:
 *
 * <pre>
 * f̄_k = a_k f̄_{k-1} + b_k f_k     γ_k = a_k γ_{k-1} + b_k ⟨g_k, x_k⟩     ρ_k = a_k ρ_{k-1} + b_k
 * </pre>
 *
 * {@link #observe} forms the averages-to-be beside the present ones; {@link #accept} makes them present. With
 * look-ahead, the model is that of p·(averages) + q·(new sample), which leaves the averages themselves alone.
 */
final class Averages implements Model, Weights {
    private final Averaging averaging;

    private long k;
    private double lossAverage;
    private double gamma;
    private double rho;
    private double boundAverage;

    private double a;
    private double b;
    private double p;
    private double q;
    private double loss;
    private double gradientDotParams;
    private double directionDotParams;
    private double decayedDirectionDotParams;
    private double directionNormSquared;
    private double nextBoundAverage;

    Averages(Averaging averaging) {
        this.averaging = averaging;
    }

    /** Weights of step k for a sample of this weight (1 but for clipped gradients). */
    void weigh(long step, double sampleWeight) {
        a = averaging.a(step);
        b = averaging.b(step) * sampleWeight;
        p = averaging.looksAhead() ? averaging.p(step) : 1;
        q = averaging.looksAhead() ? averaging.q(step) * sampleWeight : 0;
    }

    /** Takes the new sample into the averages-to-be. */
    void observe(double sampleLoss, Sums sums) {
        loss = sampleLoss;
        gradientDotParams = sums.gradientDotParams();
        directionDotParams = sums.directionDotParams();
        decayedDirectionDotParams = sums.decayedDirectionDotParams();
        directionNormSquared = sums.directionNormSquared();
        nextBoundAverage = boundAverage;
    }

    /** Averages a per-sample bound with the weights of the loss; returns the bound of the model's scale, over ρ_k. */
    double observeBound(double sampleBound) {
        nextBoundAverage = a * boundAverage + b * sampleBound;
        return (p * nextBoundAverage + q * sampleBound) / rho();
    }

    /** Makes the averages-to-be the present ones. */
    void accept() {
        lossAverage = next(lossAverage, loss);
        gamma = next(gamma, gradientDotParams);
        rho = next(rho, 1);
        boundAverage = nextBoundAverage;
        k++;
    }

    private double next(double average, double sample) {
        return a * average + b * sample;
    }

    private double lookAhead(double average, double sample) {
        return p * next(average, sample) + q * sample;
    }

    @Override
    public double a() {
        return a;
    }

    @Override
    public double b() {
        return b;
    }

    @Override
    public double p() {
        return p;
    }

    @Override
    public double q() {
        return q;
    }

    @Override
    public long k() {
        return k + 1;
    }

    @Override
    public double loss() {
        return loss;
    }

    @Override
    public double lossAverage() {
        return lookAhead(lossAverage, loss);
    }

    @Override
    public double gamma() {
        return lookAhead(gamma, gradientDotParams);
    }

    @Override
    public double rho() {
        return lookAhead(rho, 1);
    }

    @Override
    public double directionDotParams() {
        return directionDotParams;
    }

    @Override
    public double decayedDirectionDotParams() {
        return decayedDirectionDotParams;
    }

    @Override
    public double directionNormSquared() {
        return directionNormSquared;
    }

    State state() {
        return State.version(1).with("k", k).with("lossAverage", lossAverage).with("gamma", gamma)
                .with("rho", rho).with("boundAverage", boundAverage);
    }

    void restore(State state) {
        double restoredK = state.requireVersion(1).scalar("k");
        double restoredLoss = state.scalar("lossAverage");
        double restoredGamma = state.scalar("gamma");
        double restoredRho = state.scalar("rho");
        if (!(restoredK >= 0 && restoredK == Math.rint(restoredK))) {
            throw new IllegalArgumentException("state has made " + restoredK + " steps; a whole number is needed");
        }
        boundAverage = state.scalar("boundAverage");
        k = (long) restoredK;
        lossAverage = restoredLoss;
        gamma = restoredGamma;
        rho = restoredRho;
    }
}
