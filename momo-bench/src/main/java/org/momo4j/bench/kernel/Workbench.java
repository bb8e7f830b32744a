package org.momo4j.bench.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.momo4j.api.method.Decay;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
import org.momo4j.core.averaging.FirstSampleAverage;
import org.momo4j.core.baseline.Adam;
import org.momo4j.core.baseline.SgdM;
import org.momo4j.core.momo.Momo;
import org.momo4j.core.momo.MomoAdamMethod;
import org.momo4j.core.momo.MomoMethod;
import org.momo4j.core.momo.MomoProvider;

/** Kernels of one point, side by side on the same parameters and the same gradient. */
public final class Workbench implements AutoCloseable {
    /** Leaves the parameters where they are: every step is like the first. */
    private static final double RATE = 1e-12;
    private static final double BETA = 0.9;

    private final Point point;
    private final Operands operands;
    private final List<Team> teams = new ArrayList<>();

    /** Room for the kernels of this point; filled, so that it exists in memory. */
    public Workbench(Point point) {
        this.point = point;
        operands = Operands.of(point.type(), point.n());
    }

    /** Bits of the vectors in which kernels and ceilings compute on this processor. */
    public static int vectorBits() {
        return Axpy.vectorBits();
    }

    /** x, on which every kernel of this point makes its steps. */
    FlatVector params() {
        return operands.params();
    }

    /** A kernel with a state of its own. */
    public Steps steps(Kernel kernel) {
        return switch (kernel) {
            case MOMO -> optimizer(new MomoProvider<>(new MomoMethod()));
            case MOMO_ADAM -> optimizer(new MomoProvider<>(new MomoAdamMethod()));
            case SGD_M -> optimizer(new SgdM.Provider());
            case ADAM -> optimizer(new Adam.Provider());
            case MOMO_GENERIC -> steps(new Momo(
                    new MomentumMethod(new FirstSampleAverage(BETA), new UnknownIdentity()), 0, Decay.PROXIMAL,
                    setting()));
            case AXPY -> shared((from, to) -> Axpy.add(operands.gradient(), operands.target(), from, to));
            case COPY -> shared((from, to) -> Copy.copy(operands.gradient(), operands.target(), from, to));
        };
    }

    private <P> Steps optimizer(OptimizerProvider<P> provider) {
        return steps(provider.create(provider.hyperParameters().defaults(), setting()));
    }

    private Setting setting() {
        return new Setting(ParameterLayout.flat(point.n()), point.type(), k -> RATE, new KnownBound(0),
                new SplittableRandom(0), point.threads());
    }

    private Steps steps(Optimizer optimizer) {
        return new OptimizerSteps(optimizer, operands.params(), operands.gradient());
    }

    private Steps shared(Range range) {
        Team team = new Team(point.threads(), point.n(), range);
        teams.add(team);
        return count -> {
            for (long i = 0; i < count; i++) {
                team.work();
            }
        };
    }

    /** Ends the threads of the ceilings. */
    @Override
    public void close() {
        teams.forEach(Team::close);
    }
}
