package org.momo4j.core.baseline.adaptive;

import org.momo4j.api.method.DiagonalMetric;
import org.momo4j.api.method.DiagonalPreconditioner;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.Sample;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.baseline.FusedSteps;

/**
 * The step of Adam's family in any diagonal metric: m_k = β1 m_{k-1} + (1 − β1) g_k, x_{k+1} = x_k − α_k D_k^-1 m̂_k with
 * m̂_k = m_k/(1 − β1^k). Weight decay is added to the gradient.
 */
final class PreconditionedDescent implements Optimizer {
    private final double beta1;
    private final FusedSteps steps;
    private final StepReport.Builder report = new StepReport.Builder();

    /**
     * A method that has made no step.
     *
     * @throws IllegalArgumentException if the learning rate is not positive and finite
     */
    PreconditionedDescent(double beta1, DiagonalMetric metric, double weightDecay, Setting setting) {
        this.beta1 = beta1;
        steps = new FusedSteps(new DiagonalPreconditioner(metric, setting.layout().size(), setting.type()), weightDecay,
                setting);
    }

    @Override
    public StepReport step(FlatVector params, Sample sample) {
        double directionNorm = steps.read(beta1, 1 - beta1, params, sample);
        double rate = steps.rate();
        double stepSize = rate / (1 - Math.pow(beta1, steps.k()));
        report.k(steps.k()).loss(sample.loss()).learningRate(rate).stepSize(stepSize).directionNorm(directionNorm);
        steps.write(stepSize);
        return report.build();
    }

    @Override
    public State state() {
        return steps.state();
    }

    @Override
    public void restore(State state) {
        steps.restore(state);
    }
}
