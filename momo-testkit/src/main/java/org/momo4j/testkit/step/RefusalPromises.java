package org.momo4j.testkit.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.step.Need;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.step.Sample;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.testkit.Bits;
import org.momo4j.testkit.Promise;

/** A step happens whole or not at all. */
final class RefusalPromises {
    static final List<Promise<OptimizerTrial>> ALL = List.of(
            new Promise<>("a non-finite loss is refused whole, if the loss is needed", RefusalPromises::loss),
            new Promise<>("a non-finite gradient is refused whole", RefusalPromises::gradient),
            new Promise<>("non-finite parameters are refused whole", RefusalPromises::params),
            new Promise<>("an enormous gradient is refused whole or leaves everything finite",
                    RefusalPromises::enormous),
            new Promise<>("vectors of another size or type are refused whole", RefusalPromises::vectors));

    private static final double[] NOT_FINITE = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    private static final int[] DIMENSIONS = {1, 37, 4099};
    /** Refusing the first step and a later one: state that exists from the start, and state that a step makes. */
    private static final int[] GOOD_STEPS = {0, 7};

    private RefusalPromises() {}

    /** What a bad step is made of. */
    private interface BadStep {
        void of(Run run);
    }

    /** Makes a step that must be refused, and checks that a twin that never saw it goes on alike. */
    private static void assertRefused(OptimizerTrial trial, int dimension, String what,
            Class<? extends Exception> refusal, BadStep bad) {
        for (Supplier<LowerBound> bound : trial.bounds()) {
            for (int good : GOOD_STEPS) {
                Run run = Run.of(trial, bound.get(), dimension).steps(good);
                Run twin = Run.of(trial, bound.get(), dimension).steps(good);
                assertRefused(run, twin, good + 1, what, refusal, bad);
            }
        }
    }

    private static void assertRefused(Run run, Run twin, long k, String what, Class<? extends Exception> refusal,
            BadStep bad) {
        Bits state = run.stateBits();
        Exception refused = assertThrows(refusal, () -> bad.of(run), what);
        if (refused instanceof NonFiniteStepException step) {
            assertEquals(k, step.step(), "the step that the refusal names, for " + what);
        }
        assertUntouched(what, run, twin, state);
    }

    private static void assertUntouched(String what, Run run, Run twin, Bits state) {
        Bits.assertSame("parameters after the refusal of " + what, twin.bits(), run.bits());
        Bits.assertSame("state after the refusal of " + what, state, run.stateBits());
        for (int i = 0; i < 3; i++) {
            StepReport expected = twin.step();
            StepReport actual = run.step();
            Bits.assertSame("report of a step after the refusal of " + what, Bits.of(expected), Bits.of(actual));
            Bits.assertSame("parameters of a step after the refusal of " + what, twin.bits(), run.bits());
            Bits.assertSame("state of a step after the refusal of " + what, twin.stateBits(), run.stateBits());
        }
    }

    private static void loss(OptimizerTrial trial) {
        if (!trial.create(37).needs().contains(Need.LOSS)) {
            return; // that it is ignored then, is another promise
        }
        for (double value : NOT_FINITE) {
            assertRefused(trial, 37, "loss " + value, NonFiniteStepException.class,
                    run -> run.step(run.sample().withLoss(value)));
        }
    }

    private static void gradient(OptimizerTrial trial) {
        for (int dimension : DIMENSIONS) {
            for (int at : new int[]{0, dimension / 2, dimension - 1}) {
                for (double value : NOT_FINITE) {
                    assertRefused(trial, dimension, "gradient with element " + at + " = " + value,
                            NonFiniteStepException.class, run -> {
                                Sample sample = run.sample();
                                sample.gradient().set(at, value);
                                run.step(sample);
                            });
                }
            }
        }
    }

    private static void params(OptimizerTrial trial) {
        for (int dimension : DIMENSIONS) {
            for (int at : new int[]{0, dimension / 2, dimension - 1}) {
                for (double value : NOT_FINITE) {
                    assertRefused(trial, dimension, "parameters with element " + at + " = " + value,
                            NonFiniteStepException.class, run -> badParams(run, at, value));
                }
            }
        }
    }

    private static void badParams(Run run, int at, double value) {
        Sample sample = run.sample();
        double good = run.params().get(at);
        run.params().set(at, value);
        Bits before = run.bits();
        try {
            run.step(sample);
        } finally {
            Bits.assertSame("bad parameters after their refusal", before, run.bits());
            run.params().set(at, good);
        }
    }

    private static void enormous(OptimizerTrial trial) {
        double enormous = trial.type() == ElementType.FLOAT32 ? 1e30 : 1e200;
        for (int good : GOOD_STEPS) {
            Run run = Run.of(trial, 37).steps(good);
            Run twin = Run.of(trial, 37).steps(good);
            Bits state = run.stateBits();
            Sample sample = run.sample();
            for (long i = 0; i < sample.gradient().size(); i++) {
                sample.gradient().set(i, i % 2 == 0 ? enormous : -enormous);
            }
            try {
                run.step(sample);
                assertFinite("parameters", run.params());
                for (Map.Entry<String, FlatVector> vector : run.optimizer().state().vectors().entrySet()) {
                    assertFinite("state vector " + vector.getKey(), vector.getValue());
                }
            } catch (NonFiniteStepException refused) {
                assertUntouched("an enormous gradient", run, twin, state);
            }
        }
    }

    private static void assertFinite(String name, FlatVector vector) {
        for (long i = 0; i < vector.size(); i++) {
            assertTrue(Double.isFinite(vector.get(i)),
                    "element " + i + " of " + name + " is " + vector.get(i) + " after an enormous gradient");
        }
    }

    private static void vectors(OptimizerTrial trial) {
        int dimension = 37;
        for (int other : new int[]{dimension - 1, dimension + 1, 0}) {
            assertRefused(trial, dimension, "parameters of size " + other, IllegalArgumentException.class,
                    run -> assertUnwritten(trial.zeros(other), v -> run.optimizer().step(v, run.sample())));
            assertRefused(trial, dimension, "gradient of size " + other, IllegalArgumentException.class,
                    run -> run.step(run.sample().withGradient(trial.zeros(other))));
            assertRefused(trial, dimension, "parameters and gradient of size " + other,
                    IllegalArgumentException.class, run -> assertUnwritten(trial.zeros(other), v -> run.optimizer()
                            .step(v, run.sample().withGradient(trial.zeros(other)))));
            assertRefused(trial, dimension, "evaluation point of size " + other, IllegalArgumentException.class,
                    run -> run.optimizer().evaluationPoint(run.params(), trial.zeros(other)));
        }
        FlatVector otherType = FlatVector.zeros(trial.otherType(), dimension);
        assertRefused(trial, dimension, "parameters of type " + trial.otherType(), IllegalArgumentException.class,
                run -> assertUnwritten(otherType, v -> run.optimizer().step(v, run.sample())));
        assertRefused(trial, dimension, "gradient of type " + trial.otherType(), IllegalArgumentException.class,
                run -> run.step(run.sample().withGradient(otherType)));
        assertRefused(trial, dimension, "parameters and gradient of type " + trial.otherType(),
                IllegalArgumentException.class, run -> assertUnwritten(otherType, v -> run.optimizer().step(v,
                        run.sample().withGradient(FlatVector.zeros(trial.otherType(), dimension)))));
    }

    private static void assertUnwritten(FlatVector vector, Consumer<FlatVector> refusing) {
        Bits before = Bits.of(vector);
        try {
            refusing.accept(vector);
        } finally {
            Bits.assertSame("a vector that was refused", before, Bits.of(vector));
        }
    }
}
