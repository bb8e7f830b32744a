package org.momo4j.core.baseline.polyak;

import java.util.List;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.api.vector.ParameterLayout.GroupRange;
import org.momo4j.core.kernel.LinearKernel;
import org.momo4j.core.kernel.choice.Kernels;

/** x_i ← x_i − τ_k c_i g_i. */
final class StraightMotion implements Motion {
    private final LinearKernel kernel = Kernels.chosen().linear();
    private final List<GroupRange> ranges;

    StraightMotion(ParameterLayout layout) {
        ranges = layout.ranges();
    }

    @Override
    public void move(double stepSize, FlatVector gradient, FlatVector params) {
        for (GroupRange range : ranges) {
            kernel.move(params, 1, stepSize * range.group().rateScale(), gradient, range.from(), range.to());
        }
    }

    @Override
    public State state() {
        return State.version(1);
    }

    @Override
    public void restore(State state) {
        state.requireVersion(1);
    }
}
