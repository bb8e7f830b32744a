package org.momo4j.testkit.method;

import java.util.Optional;
import org.momo4j.api.method.Preconditioner;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.FlatVector;

/** D = diag(ε + sqrt(v)), v = β v + (1−β) g², and a counter; right unless a fault is planted. */
final class PlantedMetric implements Preconditioner {
    private static final double BETA = 0.9;
    private static final double EPSILON = 1e-8;

    private final Optional<MethodFault> fault;
    private final FlatVector candidate;
    private FlatVector secondMoment;
    private long steps;

    PlantedMetric(Optional<MethodFault> fault, FlatVector secondMoment) {
        this.fault = fault;
        this.secondMoment = secondMoment;
        this.candidate = secondMoment.copy();
    }

    private boolean is(MethodFault planted) {
        return fault.isPresent() && fault.get() == planted;
    }

    @Override
    public void observe(long k, double rate, FlatVector gradient, FlatVector direction) {
        FlatVector from = is(MethodFault.CANDIDATE_ON_CANDIDATE) ? candidate : secondMoment;
        for (long i = 0; i < candidate.size(); i++) {
            candidate.set(i, BETA * from.get(i) + (1 - BETA) * gradient.get(i) * gradient.get(i));
        }
        if (is(MethodFault.FINAL_AT_ONCE)) {
            secondMoment.copyFrom(candidate);
        }
        if (is(MethodFault.WRITES_GRADIENT)) {
            gradient.set(0, 0);
        }
    }

    @Override
    public FlatVector applyInverse(FlatVector direction, FlatVector out) {
        FlatVector v = is(MethodFault.USES_THE_METRIC_BEFORE) ? secondMoment : candidate;
        FlatVector to = is(MethodFault.WRITES_DIRECTION)
                ? direction
                : is(MethodFault.RETURNS_ITS_OWN) ? out.copy() : out;
        double norm = 0;
        for (long i = 0; i < v.size(); i++) {
            norm += direction.get(i) * direction.get(i);
        }
        for (long i = 0; i < v.size(); i++) {
            double metric = (is(MethodFault.HAS_NO_EPSILON) ? 0 : EPSILON) + Math.sqrt(v.get(i));
            if (is(MethodFault.DIVIDES_BY_ZERO)) {
                metric = i == 0 ? 0 : metric;
            }
            if (is(MethodFault.INDEFINITE) && i == 3) {
                metric = -metric;
            }
            double of = direction.get(is(MethodFault.NOT_SYMMETRIC) ? (i + 1) % v.size() : i);
            to.set(i, (is(MethodFault.NORMALISES) ? of / Math.sqrt(norm) : of) / metric);
        }
        return to;
    }

    @Override
    public void accept() {
        if (!is(MethodFault.NEVER_ACCEPTS)) {
            steps++;
            secondMoment.copyFrom(candidate);
        }
    }

    @Override
    public State state() {
        return is(MethodFault.FORGETS_ITS_STATE)
                ? State.empty()
                : State.empty().with("steps", steps).with("v", secondMoment);
    }

    @Override
    public void restore(State state) {
        if (is(MethodFault.FORGETS_ITS_STATE)) {
            return;
        }
        if (is(MethodFault.ACCEPTS_ANY_STATE)) {
            steps = (long) state.scalar("steps");
            secondMoment.copyFrom(state.vectors().getOrDefault("v", secondMoment));
            return;
        }
        state.requireVersion(1);
        long restored = (long) state.scalar("steps");
        FlatVector v = state.vector("v", secondMoment.type(), secondMoment.size());
        steps = restored;
        if (is(MethodFault.KEEPS_THE_STATE_IT_WAS_GIVEN)) {
            secondMoment = v;
        } else {
            secondMoment.copyFrom(v);
        }
    }
}
