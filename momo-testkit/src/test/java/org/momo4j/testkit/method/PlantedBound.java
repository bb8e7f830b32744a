package org.momo4j.testkit.method;

import java.util.Optional;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.method.Model;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Sample;

/** The smallest loss so far less a gap that closes like 1/k; right unless a fault is planted. */
final class PlantedBound implements LowerBound {
    /** What is remembered; wrong bounds share one. */
    static final class Memory {
        private double best;
        private long steps;
    }

    private final Optional<BoundFault> fault;
    private final Memory memory;
    private Optional<State> cached = Optional.empty();

    PlantedBound(Optional<BoundFault> fault, Memory memory) {
        this.fault = fault;
        this.memory = memory;
    }

    private boolean is(BoundFault planted) {
        return fault.isPresent() && fault.get() == planted;
    }

    @Override
    public Scope scope() {
        return is(BoundFault.CHANGES_ITS_SCOPE) && memory.steps > 2 ? Scope.SAMPLE : Scope.AVERAGED;
    }

    @Override
    public double before(Model model, Sample sample) {
        if (is(BoundFault.WRITES_THE_GRADIENT)) {
            sample.gradient().set(0, 0);
        }
        if (is(BoundFault.ESTIMATES_IN_BEFORE)) {
            memory.best = Math.min(memory.best, model.loss());
        }
        if (is(BoundFault.REMEMBERS_BEFORE)) {
            memory.steps++;
        }
        if (is(BoundFault.DIVIDES_BY_THE_NORM)) {
            return model.h() / model.directionNormSquared();
        }
        return is(BoundFault.TAKES_LOGARITHMS) ? Math.log(model.loss() - 0.5) : value();
    }

    @Override
    public void after(Model model, double lowerBound, double stepSize) {
        memory.steps++;
        memory.best = memory.steps == 1 ? model.loss() : Math.min(memory.best, model.loss());
    }

    @Override
    public double value() {
        if (is(BoundFault.STARTS_AT_MINUS_INFINITY) && memory.steps == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return memory.best - 1.0 / (1 + memory.steps);
    }

    @Override
    public State state() {
        State state = State.empty().with("best", memory.best);
        if (!is(BoundFault.FORGETS_THE_COUNT)) {
            state.with("steps", memory.steps);
        }
        if (is(BoundFault.CACHES_ITS_STATE)) { // and goes on writing into the one that it gave away
            cached = Optional.of(cached.orElse(state).with("steps", memory.steps).with("best", memory.best));
            return cached.get();
        }
        return state;
    }

    @Override
    public void restore(State state) {
        if (!is(BoundFault.ACCEPTS_ANY_VERSION)) {
            state.requireVersion(1);
        }
        if (is(BoundFault.RESTORES_HALF)) {
            memory.best = state.scalar("best");
        }
        long steps = is(BoundFault.FORGETS_THE_COUNT) ? 0 : (long) state.scalar("steps");
        memory.best = state.scalar("best");
        memory.steps = steps;
    }
}
