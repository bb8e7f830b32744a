package org.momo4j.testkit.step;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.Set;
import org.momo4j.api.method.Model;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Need;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.Sample;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout.GroupRange;

/**
 * Heavy ball with Polyak's step size as a cap and decoupled decay, in plain loops; right unless a fault is planted.
 * d = β d + g, τ = min(α, (f − f*)_+/|d|²), x_i ← (1 − c_i α λ_i) x_i − τ c_i d_i. A difference f − f* that is rounding noise
 * counts as zero.
 */
final class PlantedSgd implements Optimizer {
    private static final double BETA = 0.5;

    private final Setting setting;
    private final double weightDecay;
    private final Optional<Fault> fault;
    private final FlatVector direction;
    private final FlatVector next;
    private final ThreadLocal<Long> stepsOfThread = ThreadLocal.withInitial(() -> 0L);
    private Optional<State> cached = Optional.empty();
    private FlatVector kept;
    private Optional<FlatVector> reached = Optional.empty();
    private double lastLoss = Double.POSITIVE_INFINITY;
    private long k;

    /** What wrong optimizers share; a right one uses nothing of it. */
    record Shared(FlatVector direction, FlatVector scratch) {}

    PlantedSgd(Setting setting, double weightDecay, Optional<Fault> fault, Shared shared) {
        this.setting = setting;
        this.weightDecay = weightDecay;
        this.fault = fault;
        long size = setting.layout().size();
        this.direction = is(Fault.SHARES_STATE)
                ? shared.direction.slice(0, size)
                : FlatVector.zeros(setting.type(), size);
        this.kept = direction;
        this.next = is(Fault.SHARES_SCRATCH) ? shared.scratch.slice(0, size) : direction.zerosLike();
        rate(1);
    }

    private double rate(long step) {
        double rate = setting.learningRate().at(step);
        if (!(rate > 0) && !is(Fault.ACCEPTS_ANY_RATE)) {
            throw new IllegalArgumentException("learning rate is " + rate + "; it must be in (0, inf]");
        }
        if (rate == Double.POSITIVE_INFINITY && !is(Fault.ACCEPTS_AN_INFINITE_RATE)
                && setting.layout().ranges().stream().anyMatch(range -> decay(range) > 0)) {
            throw new IllegalArgumentException("learning rate is infinite, which needs weight decay 0");
        }
        return rate;
    }

    private double decay(GroupRange range) {
        return is(Fault.DECAYS_EVERYTHING) ? weightDecay : range.group().weightDecay().orElse(weightDecay);
    }

    private boolean is(Fault planted) {
        return fault.isPresent() && fault.get() == planted;
    }

    @Override
    public Set<Need> needs() {
        return is(Fault.HIDES_ITS_NEED) || is(Fault.CHANGES_ITS_NEEDS) && k > 1 ? Set.of() : Set.of(Need.LOSS);
    }

    @Override
    public StepReport step(FlatVector params, Sample sample) {
        FlatVector gradient = sample.gradient();
        check(params, gradient);
        long step = k + (is(Fault.NAMES_THE_STEP_BEFORE) ? 0 : 1);
        if (is(Fault.COUNTS_BEFORE_REFUSING)) {
            k++;
            step = k;
        }
        if (is(Fault.BOUND_UPDATED_BEFORE_REFUSING)) {
            setting.lowerBound().after(new NoModel(), 0, 0);
        }
        if (!is(Fault.ACCEPTS_ANY_LOSS)) {
            NonFiniteStepException.requireFinite(step, "loss", sample.loss());
        }
        double rate = rate(step);
        double normSquared = average(params, gradient, step);
        double bound = setting.lowerBound().before(new NoModel(), sample);
        double polyak = excess(sample.loss(), bound) / normSquared;
        double stepSize = isZero(normSquared) && !is(Fault.DIVIDES_BY_ZERO) ? 0 : Math.min(rate, polyak);
        kept.copyFrom(next);
        if (is(Fault.STOPS_WHEN_THE_LOSS_GROWS)) {
            lastLoss = sample.loss() > lastLoss ? Double.NEGATIVE_INFINITY : sample.loss();
            stepSize = lastLoss < 0 ? 0 : stepSize;
        }
        reached.ifPresent(params::copyFrom);
        for (GroupRange range : setting.layout().ranges()) {
            move(params, range, rate, is(Fault.ONE_STEP_SIZE_A_GROUP) ? ofGroup(range, sample, bound, rate) : stepSize);
        }
        if (is(Fault.KEEPS_A_COPY_OF_THE_PARAMETERS)) {
            reached = Optional.of(params.copy());
        }
        if (!is(Fault.BOUND_UPDATED_BEFORE_REFUSING)) {
            setting.lowerBound().after(new NoModel(), bound, stepSize);
        }
        if (is(Fault.WRITES_GRADIENT)) {
            gradient.set(0, gradient.get(0) * 2);
        }
        if (is(Fault.WRITES_BESIDE)) {
            writeBeside(params);
        }
        stepsOfThread.set(stepsOfThread.get() + 1);
        k = is(Fault.BELONGS_TO_A_THREAD) ? stepsOfThread.get() : is(Fault.COUNTS_BEFORE_REFUSING) ? k : k + 1;
        return new StepReport.Builder().k(is(Fault.COUNTS_FROM_ZERO) ? k - 1 : k)
                .loss(is(Fault.REPORTS_ANOTHER_LOSS) ? Math.sqrt(sample.loss()) : sample.loss()).learningRate(rate)
                .stepSize(stepSize).lowerBound(bound).directionNorm(Math.sqrt(normSquared)).build();
    }

    private double excess(double loss, double bound) {
        double excess = loss - (is(Fault.IGNORES_THE_BOUND) ? 0 : bound);
        double noise = is(Fault.TAKES_STEPS_OF_NOISE) ? 0 : 8 * Math.ulp(1.0) * (Math.abs(loss) + Math.abs(bound));
        return excess > noise ? excess : 0;
    }

    private boolean isZero(double normSquared) {
        return is(Fault.HAS_AN_ABSOLUTE_THRESHOLD) ? normSquared < 1e-4 : normSquared == 0;
    }

    private void check(FlatVector params, FlatVector gradient) {
        long size = is(Fault.ACCEPTS_ANY_SIZE) ? params.size() : setting.layout().size();
        ElementType type = is(Fault.ACCEPTS_ANY_TYPE) ? params.type() : setting.type();
        FlatVector.requireSame("params", params, type, size);
        FlatVector.requireSame("gradient", gradient, is(Fault.ACCEPTS_ANY_TYPE) ? gradient.type() : type, size);
    }

    /** Writes the candidate d_k beside d_{k-1} and returns |d_k|²; refuses what is not finite. */
    private double average(FlatVector params, FlatVector gradient, long step) {
        if (is(Fault.ALLOCATES)) {
            next.copyFrom(new double[(int) next.size()]);
        }
        if (is(Fault.ALLOCATES_OFF_HEAP)) {
            next.copyFrom(next.zerosLike());
        }
        double normSquared = 0;
        double sumOfParams = 0;
        for (GroupRange range : setting.layout().ranges()) {
            for (long i = range.from(); i < Math.min(range.to(), params.size()); i++) {
                next.set(i, BETA * kept.get(i) + gradient.get(i));
                normSquared += range.group().rateScale() * next.get(i) * next.get(i);
                sumOfParams += params.get(i) * params.get(i);
            }
        }
        if (is(Fault.SHARES_SCRATCH)) {
            pause();
        }
        if (is(Fault.AVERAGES_BEFORE_REFUSING)) {
            kept.copyFrom(next);
        }
        if (!is(Fault.ACCEPTS_ANY_PARAMS)) {
            NonFiniteStepException.requireFinite(step, "|x|²", sumOfParams);
        }
        boolean overflows = is(Fault.OVERFLOWS) && setting.type() == ElementType.FLOAT64;
        if (!is(Fault.ACCEPTS_ANY_GRADIENT) && !overflows) {
            NonFiniteStepException.requireFinite(step, "|d|²", normSquared);
        }
        if (overflows) { // a second moment, say
            kept.set(0, gradient.get(0) * gradient.get(0) + 0 * kept.get(0));
            next.set(0, Math.abs(kept.get(0)) > 1e300 ? kept.get(0) : next.get(0));
        }
        return normSquared;
    }

    /** Long enough for another thread to come in between. */
    private static void pause() {
        try {
            Thread.sleep(0, 50_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The mistake of the reference implementation: a step size of its own for each group from the global loss. */
    private double ofGroup(GroupRange range, Sample sample, double bound, double rate) {
        double normSquared = 0;
        for (long i = range.from(); i < range.to(); i++) {
            normSquared += next.get(i) * next.get(i);
        }
        return normSquared == 0 ? 0 : Math.min(rate, (sample.loss() - bound) / normSquared);
    }

    private void move(FlatVector params, GroupRange range, double rate, double stepSize) {
        double scale = range.group().rateScale();
        double decay = decay(range);
        double lost = decay == 0 ? 0 : scale * rate * decay;
        for (long i = range.from(); i < Math.min(range.to(), params.size()); i++) {
            double place = is(Fault.DEPENDS_ON_PLACE) ? 1 / (1.0 + i) : 1;
            double sign = is(Fault.ASCENDS) ? -1 : 1;
            double moved = (1 - lost) * params.get(i) - sign * place * stepSize * scale * next.get(i);
            params.set(i, is(Fault.ROUNDS_TO_FLOAT) ? (float) moved : moved);
        }
    }

    @SuppressWarnings("restricted") // what a kernel does that counts its elements wrong
    private static void writeBeside(FlatVector params) {
        MemorySegment segment = params.segment();
        MemorySegment longer = MemorySegment.ofAddress(segment.address())
                .reinterpret(segment.byteSize() + params.type().bytes());
        FlatVector.over(longer, params.type()).set(params.size(), 1);
    }

    @Override
    public void evaluationPoint(FlatVector params, FlatVector out) {
        Optimizer.super.evaluationPoint(params, out);
        if (is(Fault.EVALUATION_MOVES_PARAMS)) {
            params.set(0, params.get(0) * 0.5);
        }
    }

    @Override
    public State state() {
        State state = State.version(2);
        if (!is(Fault.FORGETS_K)) {
            state.with("k", k);
        }
        if (!is(Fault.FORGETS_A_VECTOR)) {
            state.with("direction", kept);
        }
        if (!is(Fault.FORGETS_THE_BOUND)) {
            state.with("bound", setting.lowerBound().state());
        }
        if (is(Fault.CACHES_ITS_STATE)) {
            cached = Optional.of(cached.orElse(state));
        }
        return cached.orElse(state);
    }

    @Override
    public void restore(State state) {
        if (!is(Fault.ACCEPTS_ANY_VERSION)) {
            state.requireVersion(2);
        }
        if (is(Fault.RESTORES_HALF)) {
            k = (long) state.scalar("k");
        }
        long restored = is(Fault.FORGETS_K) ? 0 : (long) state.scalar("k");
        FlatVector vector = is(Fault.FORGETS_A_VECTOR)
                ? direction
                : state.vector("direction", setting.type(), direction.size());
        if (!is(Fault.FORGETS_THE_BOUND)) {
            setting.lowerBound().restore(state.child("bound"));
        }
        k = restored;
        if (is(Fault.KEEPS_THE_STATE_IT_WAS_GIVEN)) {
            kept = vector;
        } else if (!is(Fault.KEEPS_ITS_PAST) || restored > 0) {
            kept.copyFrom(vector);
        }
    }

    /** A bound that looks at the model is not for this method. */
    private record NoModel() implements Model {
        @Override
        public long k() {
            throw new UnsupportedOperationException("no model");
        }

        @Override
        public double loss() {
            throw new UnsupportedOperationException("no model");
        }

        @Override
        public double lossAverage() {
            throw new UnsupportedOperationException("no model");
        }

        @Override
        public double gamma() {
            throw new UnsupportedOperationException("no model");
        }

        @Override
        public double rho() {
            throw new UnsupportedOperationException("no model");
        }

        @Override
        public double directionDotParams() {
            throw new UnsupportedOperationException("no model");
        }

        @Override
        public double decayedDirectionDotParams() {
            throw new UnsupportedOperationException("no model");
        }

        @Override
        public double directionNormSquared() {
            throw new UnsupportedOperationException("no model");
        }
    }
}
