package org.momo4j.bench.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.Sample;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.FlatVector;

/** Steps of an optimizer with one and the same sample. */
final class OptimizerSteps implements Steps {
    private final Optimizer optimizer;
    private final FlatVector params;
    private final Sample sample;
    /** Kept, so that no compiler may find that nobody reads it. */
    private @Nullable StepReport last;

    OptimizerSteps(Optimizer optimizer, FlatVector params, FlatVector gradient) {
        this.optimizer = optimizer;
        this.params = params;
        sample = new FixedSample(1, gradient);
    }

    @Override
    public void make(long count) {
        StepReport report = optimizer.step(params, sample);
        for (long i = 1; i < count; i++) {
            report = optimizer.step(params, sample);
        }
        last = report;
    }

    /** What the optimizer said of the last step, if there was one. */
    Optional<StepReport> last() {
        return Optional.ofNullable(last);
    }

    private record FixedSample(double loss, FlatVector gradient) implements Sample {}
}
