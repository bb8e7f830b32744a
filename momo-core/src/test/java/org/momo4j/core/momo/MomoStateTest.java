package org.momo4j.core.momo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.momo4j.api.method.Averaging;
import org.momo4j.api.method.Decay;
import org.momo4j.api.method.DiagonalPreconditioner;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.method.Model;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.method.Preconditioner;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.state.State;
import org.momo4j.api.step.Sample;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.BestMinusGapBound;
import org.momo4j.bounds.OnlineBound;
import org.momo4j.core.averaging.BiasCorrectedAverage;
import org.momo4j.core.averaging.FirstSampleAverage;
import org.momo4j.core.averaging.LookAhead;
import org.momo4j.core.metric.RmsPropMetric;
import org.momo4j.core.preconditioner.AdamPreconditioner;
import org.momo4j.core.preconditioner.IdentityPreconditioner;
import org.momo4j.testkit.Bits;

/** What of a step is kept, by which of MoMo's parts; each way that a pass is made is one of these. */
class MomoStateTest {
    private static final int N = 3;

    static Stream<Supplier<Momo>> methods() {
        return Stream.of(() -> momo(new FirstSampleAverage(0.8), new IdentityPreconditioner()),
                () -> momo(new BiasCorrectedAverage(0.8), new AdamPreconditioner(0.9, 1e-8, N, ElementType.FLOAT64)),
                () -> momo(new BiasCorrectedAverage(0.8),
                        new DiagonalPreconditioner(new RmsPropMetric(0.9, 1e-8), N, ElementType.FLOAT64)),
                () -> momo(new LookAhead(new BiasCorrectedAverage(0.8), 0.8),
                        new AdamPreconditioner(0.9, 1e-8, N, ElementType.FLOAT64)));
    }

    private static Momo momo(Averaging averaging, Preconditioner preconditioner) {
        return momo(averaging, preconditioner, new OnlineBound(-1));
    }

    private static Momo momo(Averaging averaging, Preconditioner preconditioner, LowerBound bound) {
        return new Momo(new MomentumMethod(averaging, preconditioner), 0, Decay.PROXIMAL,
                new Setting(ParameterLayout.flat(N), ElementType.FLOAT64, k -> 0.5, bound, new Random(0)));
    }

    private static FlatVector walk(Momo momo, FlatVector x, long seed, int steps) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < steps; k++) {
            momo.step(x, FlatVector.of(random.doubles(N, -1, 1).toArray()), 1 + random.nextDouble());
        }
        return x;
    }

    @ParameterizedTest
    @MethodSource("methods")
    @DisplayName("restored, it goes on to the bit, from the start too")
    void restored(Supplier<Momo> method) {
        for (int before : new int[]{0, 4}) {
            Momo one = method.get();
            FlatVector x = walk(one, FlatVector.of(1, -2, 3), 1, before);
            Momo other = method.get();
            walk(other, x.copy(), 2, 7);
            other.restore(one.state());
            Bits.assertSame("state right after restore", Bits.of(one.state()), Bits.of(other.state()));
            FlatVector y = walk(other, x.copy(), 3, 5);
            assertArrayEquals(walk(one, x, 3, 5).toArray(), y.toArray());
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    @DisplayName("a state with a wrong number of steps, or without a part, is refused, and every part is as it was")
    void refusedWhole(Supplier<Momo> method) {
        Momo momo = method.get();
        FlatVector x = walk(momo, FlatVector.of(1, -2, 3), 1, 4);
        Bits before = Bits.of(momo.state());
        Momo other = method.get();
        walk(other, x.copy(), 2, 2);
        State good = other.state();
        for (double k : new double[]{-1, 0.5, Double.NaN}) {
            refused(momo, before, State.version(1).with("passes", good.child("passes"))
                    .with("lowerBound", good.child("lowerBound"))
                    .with("averages", good.child("averages").with("k", k)));
        }
        State fresh = other.state();
        refused(momo, before, State.version(1).with("passes", fresh.child("passes"))
                .with("lowerBound", fresh.child("lowerBound")));
        refused(momo, before, State.version(1).with("passes", fresh.child("passes"))
                .with("averages", fresh.child("averages")));
        refused(momo, before, State.version(2).with("passes", fresh.child("passes"))
                .with("lowerBound", fresh.child("lowerBound")).with("averages", fresh.child("averages")));
    }

    private static void refused(Momo momo, Bits before, State wrong) {
        assertThrows(IllegalArgumentException.class, () -> momo.restore(wrong));
        Bits.assertSame("state after a refusal", before, Bits.of(momo.state()));
    }

    @Test
    @DisplayName("a lower bound sees the loss of the step and the averages of section 2")
    void whatABoundSees() {
        BestMinusGapBound within = new BestMinusGapBound(1, 0.5);
        var bound = new LowerBound() {
            private double loss;
            private double lossAverage;
            private long k;

            @Override
            public double before(Model model, Sample sample) {
                loss = model.loss();
                lossAverage = model.lossAverage();
                k = model.k();
                return within.before(model, sample);
            }

            @Override
            public double value() {
                return within.value();
            }

            @Override
            public State state() {
                return within.state();
            }

            @Override
            public void restore(State state) {
                within.restore(state);
            }
        };
        Momo momo = momo(new FirstSampleAverage(0.5), new IdentityPreconditioner(), bound);
        FlatVector x = FlatVector.of(1, 2, 3);
        momo.step(x, FlatVector.of(1, 0, 0), 4);
        momo.step(x, FlatVector.of(0, 1, 0), 2);
        assertEquals(2, bound.loss);
        assertEquals(3, bound.lossAverage);
        assertEquals(2, bound.k);
    }
}
