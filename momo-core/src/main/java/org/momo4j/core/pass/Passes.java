package org.momo4j.core.pass;

import org.momo4j.api.method.DiagonalPreconditioner;
import org.momo4j.api.method.Preconditioner;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.state.Stateful;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.choice.Kernels;
import org.momo4j.core.preconditioner.AdamPreconditioner;
import org.momo4j.core.preconditioner.IdentityPreconditioner;

/**
 * The two passes of a step over memory. Pass (a) only reads and forms all sums; pass (b) writes direction, metric and
 * parameters. Between them the step can be refused, and then nothing has changed.
 */
public interface Passes extends Stateful {
    /** Pass (a): fills {@code sums} for the averages-to-be. */
    void read(Weights weights, double rate, FlatVector params, FlatVector gradient, Sums sums);

    /** Pass (b): x_i ← (x_i − τ_k c_i D_i^-1 d_i)/(1 + c_i α λ_i), or its decoupled form, and d_k, D_k become final. */
    void write(double rate, double stepSize, FlatVector params, FlatVector gradient);

    /** The fastest passes in a metric: fused where there is a kernel, {@link GenericPasses} elsewhere. */
    static Passes of(Preconditioner preconditioner, boolean looksAhead, Groups groups, Setting setting) {
        if (looksAhead) {
            return new GenericPasses(Kernels.chosen(), preconditioner, true, groups, setting);
        }
        return switch (preconditioner) {
            case IdentityPreconditioner _ -> new EuclideanPasses(Kernels.chosen(), groups, setting);
            case AdamPreconditioner adam -> new AdamPasses(Kernels.chosen(), adam, groups, setting);
            case DiagonalPreconditioner diagonal -> new DiagonalPasses(Kernels.chosen(), diagonal, groups, setting);
            case Preconditioner other -> new GenericPasses(Kernels.chosen(), other, false, groups, setting);
        };
    }
}
