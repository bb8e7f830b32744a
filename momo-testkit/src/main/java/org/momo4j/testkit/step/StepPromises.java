package org.momo4j.testkit.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.momo4j.api.step.Need;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.testkit.Bits;
import org.momo4j.testkit.Promise;

/** What a step reads, writes and reports. */
final class StepPromises {
    static final List<Promise<OptimizerTrial>> ALL = List.of(
            new Promise<>("reports k = 1, 2, 3, ... and the loss it was given", StepPromises::reports),
            new Promise<>("never writes the gradient", StepPromises::gradientIsReadOnly),
            new Promise<>("writes nothing beside the parameters, wherever they lie", StepPromises::staysInside),
            new Promise<>("ignores the loss unless it needs it", StepPromises::ignoresTheLoss),
            new Promise<>("its evaluation point changes nothing and is written whole", StepPromises::evaluationPoint),
            new Promise<>("its needs do not change", StepPromises::needs));

    private static final double GUARD = -123.5;
    /** Around and between the sizes of vector lanes and blocks of kernels. */
    private static final int[] DIMENSIONS = {1, 2, 37, 4099};

    private StepPromises() {}

    private static void reports(OptimizerTrial trial) {
        Run run = Run.of(trial, 37);
        for (long k = 1; k <= 20; k++) {
            Run.NeededSample sample = run.sample();
            StepReport report = run.step(sample);
            assertEquals(k, report.k(), "k of the report");
            assertEquals(sample.loss(), report.loss(), "loss of report " + k);
        }
    }

    private static void gradientIsReadOnly(OptimizerTrial trial) {
        for (int dimension : DIMENSIONS) {
            Run run = Run.of(trial, dimension);
            FlatVector around = trial.zeros(dimension + 20L);
            around.fill(GUARD);
            FlatVector gradient = around.slice(7, dimension);
            for (int k = 1; k <= 5; k++) {
                Run.NeededSample sample = run.sample();
                gradient.copyFrom(sample.gradient());
                Bits before = Bits.of(around);
                run.step(sample.withGradient(gradient));
                Bits.assertSame("gradient after step " + k, before, Bits.of(around));
            }
        }
    }

    private static void staysInside(OptimizerTrial trial) {
        for (int dimension : DIMENSIONS) {
            for (int offset : new int[]{1, 2, 7}) {
                FlatVector around = trial.zeros(dimension + 20L);
                around.fill(GUARD);
                Run run = Run.of(trial.create(dimension), around.slice(offset, dimension)).steps(5);
                for (long i = 0; i < around.size(); i++) {
                    if (i < offset || i >= offset + dimension) {
                        assertEquals(GUARD, around.get(i), "element " + (i - offset) + " relative to the parameters");
                    }
                }
                Bits.assertSame("parameters at offset " + offset + " and in memory of their own",
                        Run.of(trial, dimension).steps(5).bits(), run.bits());
            }
        }
    }

    private static void ignoresTheLoss(OptimizerTrial trial) {
        Run run = Run.of(trial, 37).steps(2);
        if (run.optimizer().needs().contains(Need.LOSS)) {
            return;
        }
        Run other = Run.of(trial, 37).steps(2);
        for (double loss : new double[]{Double.NaN, Double.POSITIVE_INFINITY, -1}) {
            run.step();
            other.step(other.sample().withLoss(loss));
            Bits.assertSame("parameters after a step with loss " + loss, run.bits(), other.bits());
        }
    }

    private static void evaluationPoint(OptimizerTrial trial) {
        for (int dimension : DIMENSIONS) {
            Run run = Run.of(trial, dimension).steps(3);
            Optimizer optimizer = run.optimizer();
            Bits params = run.bits();
            Bits state = run.stateBits();
            FlatVector first = trial.zeros(dimension);
            first.fill(Double.NaN);
            FlatVector second = trial.zeros(dimension);
            optimizer.evaluationPoint(run.params(), first);
            optimizer.evaluationPoint(run.params(), second);
            Bits.assertSame("evaluation point asked for twice", Bits.of(second), Bits.of(first));
            for (long i = 0; i < dimension; i++) {
                assertTrue(Double.isFinite(first.get(i)),
                        "element " + i + " of the evaluation point is " + first.get(i));
            }
            Bits.assertSame("parameters after asking for the evaluation point", params, run.bits());
            Bits.assertSame("state after asking for the evaluation point", state, run.stateBits());
        }
    }

    private static void needs(OptimizerTrial trial) {
        Run run = Run.of(trial, 5);
        var needs = run.optimizer().needs();
        run.steps(3);
        assertEquals(needs, run.optimizer().needs());
    }
}
