package org.momo4j.testkit.step;

import static org.momo4j.testkit.step.GroupPromises.assertClose;

import java.util.List;
import java.util.function.Supplier;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.testkit.ConstantBound;
import org.momo4j.testkit.Promise;
import org.momo4j.testkit.problem.InterpolatingQuadratic;

/** What the units of the loss mean. */
final class LossPromises {
    static final List<Promise<OptimizerTrial>> ALL = List.of(
            new Promise<>("a constant added to loss and bound changes nothing", LossPromises::translation),
            new Promise<>("a loss scaled with its bound changes nothing, where that is claimed",
                    LossPromises::scaling));

    private static final int DIMENSION = 37;
    private static final int STEPS = 10;

    private LossPromises() {}

    private static void translation(OptimizerTrial trial) {
        for (Supplier<LowerBound> bound : trial.bounds()) {
            for (double constant : new double[]{3, -5}) {
                Run plain = run(trial, bound.get(), 1, 0);
                Run translated = run(trial, new TranslatedBound(bound.get(), constant), 1, constant);
                assertAlike(trial, plain, translated, "loss + " + constant);
            }
        }
    }

    private static void scaling(OptimizerTrial trial) {
        if (!trial.subject().scaleInvariant()) {
            return;
        }
        for (double scale : new double[]{0x1p-10, 0x1p10}) {
            Run plain = run(trial, new ConstantBound(-0.1), 1, 0);
            Run scaled = run(trial, new ConstantBound(-0.1 * scale), scale, 0);
            assertAlike(trial, plain, scaled, scale + " · loss");
        }
    }

    private static Run run(OptimizerTrial trial, LowerBound bound, double scale, double constant) {
        return new Run(trial.create(ParameterLayout.flat(DIMENSION), bound),
                new AffineObjective(InterpolatingQuadratic.of(5, DIMENSION, 1), scale, constant),
                trial.zeros(DIMENSION));
    }

    private static void assertAlike(OptimizerTrial trial, Run plain, Run other, String what) {
        double rounding = trial.type() == ElementType.FLOAT64 ? 1e-10 : 1e-4;
        for (int k = 1; k <= STEPS; k++) {
            plain.step();
            other.step();
            assertClose("x at step " + k + " with loss and with " + what, plain.params(), other.params(),
                    rounding);
        }
    }
}
