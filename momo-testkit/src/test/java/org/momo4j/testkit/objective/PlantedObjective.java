package org.momo4j.testkit.objective;

import java.util.Arrays;
import java.util.Optional;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.objective.Evaluation;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.objective.Optimum;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;

/**
 * f(x, s) = ½ |x − c_s|² + ½ with three centres, and a counter that scales nothing unless a fault is planted. The mean
 * of the centres minimises it.
 */
final class PlantedObjective implements Objective {
    private static final double[][] CENTRES = {{1, 0, 2, 0.5}, {0, 1, -1, 0.25}, {2, 2, 0.5, -3}};

    private final Optional<ObjectiveFault> fault;
    private final long instance;
    private long calls;

    PlantedObjective(Optional<ObjectiveFault> fault, long instance) {
        this.fault = fault;
        this.instance = instance;
    }

    private boolean is(ObjectiveFault planted) {
        return fault.isPresent() && fault.get() == planted;
    }

    /** A stream that goes on with every call, as of dropout, in those that are said to remember. */
    private double noise() {
        boolean remembers = is(ObjectiveFault.EVALUATE_COUNTS) || is(ObjectiveFault.FORGETS_ITS_STATE)
                || is(ObjectiveFault.ACCEPTS_ANY_VERSION);
        return is(ObjectiveFault.HAS_OTHER_DATA_EACH_TIME) ? instance : remembers ? Math.sin(calls) : 0;
    }

    @Override
    public ParameterLayout layout() {
        return ParameterLayout.flat(CENTRES[0].length);
    }

    @Override
    public int samples() {
        return is(ObjectiveFault.DRAWS_ITS_NUMBER_OF_EXAMPLES) ? 2 + (int) (instance % 2) : CENTRES.length;
    }

    @Override
    public void start(long seed, FlatVector params) {
        FlatVector.requireSame("params", params, params.type(), CENTRES[0].length);
        if (!is(ObjectiveFault.LEAVES_THE_START_ALONE)) {
            params.fill(is(ObjectiveFault.STARTS_ELSEWHERE) ? instance : 3 + seed % 7);
        }
    }

    @Override
    public double lossAndGradient(FlatVector at, Batch batch, FlatVector gradientOut) {
        check(at);
        FlatVector.requireSame("gradient", gradientOut, at.type(), at.size());
        calls++;
        int[] examples = new int[batch.size()];
        Arrays.setAll(examples, batch::index);
        if (is(ObjectiveFault.COUNTS_REPETITIONS_ONCE)) {
            examples = Arrays.stream(examples).distinct().toArray();
        }
        if (is(ObjectiveFault.WRITES_THE_POINT)) {
            at.set(0, 0.5 * at.get(0));
        }
        if (!is(ObjectiveFault.ADDS_TO_THE_GRADIENT)) {
            gradientOut.fill(0);
        }
        double loss = 0;
        double share = is(ObjectiveFault.SUMS_LOSS_AND_GRADIENT) ? 1 : 1.0 / examples.length;
        for (int example : examples) {
            loss += share * loss(at, example);
            addGradient(at, example, is(ObjectiveFault.SUMS_THE_GRADIENT) ? 1 : share, gradientOut);
        }
        return loss;
    }

    private void check(FlatVector at) {
        if (!is(ObjectiveFault.READS_ANY_SIZE) || at.size() < CENTRES[0].length) {
            FlatVector.requireSame("point", at, at.type(), CENTRES[0].length);
        }
    }

    private double loss(FlatVector at, int example) {
        double loss = 0.5 + noise();
        for (int i = 0; i < CENTRES[0].length; i++) {
            double x = at.get(i);
            double distance = is(ObjectiveFault.ROUNDS_IN_FLOAT32) && at.type().bytes() == 4
                    ? Math.rint(100 * (x - CENTRES[example][i])) / 100
                    : x - CENTRES[example][i];
            loss += 0.5 * distance * distance;
        }
        return loss;
    }

    private void addGradient(FlatVector at, int example, double share, FlatVector out) {
        double factor = is(ObjectiveFault.FORGETS_A_FACTOR) ? 0.5 : is(ObjectiveFault.NOT_A_SUBGRADIENT) ? 1.2 : 1;
        for (int i = 0; i < CENTRES[0].length; i++) {
            out.set(i, out.get(i) + share * factor * (at.get(i) - CENTRES[example][i]));
        }
    }

    @Override
    public Evaluation evaluate(FlatVector at) {
        check(at);
        if (is(ObjectiveFault.EVALUATE_COUNTS)) {
            calls++;
        }
        int n = is(ObjectiveFault.DROPS_THE_LAST_EXAMPLE) ? CENTRES.length - 1 : CENTRES.length;
        double loss = 0;
        for (int example = 0; example < n; example++) {
            loss += loss(at, example) / n;
        }
        return Evaluation.of(loss);
    }

    @Override
    public State state() {
        return is(ObjectiveFault.FORGETS_ITS_STATE) ? State.empty() : State.empty().with("calls", calls);
    }

    @Override
    public void restore(State state) {
        if (!is(ObjectiveFault.ACCEPTS_ANY_VERSION)) {
            state.requireVersion(1);
        }
        calls = is(ObjectiveFault.FORGETS_ITS_STATE) ? calls : (long) state.scalar("calls");
    }

    @Override
    public Optional<Optimum> optimum() {
        double[] mean = new double[CENTRES[0].length];
        Arrays.setAll(mean, i -> (CENTRES[0][i] + CENTRES[1][i] + CENTRES[2][i]) / 3);
        double value = new PlantedObjective(Optional.empty(), 0).evaluate(FlatVector.of(mean)).loss();
        if (is(ObjectiveFault.CLAIMS_ANOTHER_POINT)) {
            mean[0] += 0.01;
        }
        return Optional.of(new Optimum(is(ObjectiveFault.CLAIMS_TOO_MUCH) ? value + 1e-4 : value,
                Optional.of(FlatVector.of(mean)), new Optimum.Certificate("closed-form", 0,
                        is(ObjectiveFault.CLAIMS_WITHOUT_PROOF) ? " " : "the mean of the centres")));
    }
}
