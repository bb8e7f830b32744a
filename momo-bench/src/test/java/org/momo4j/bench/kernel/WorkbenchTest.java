package org.momo4j.bench.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

class WorkbenchTest {
    @ParameterizedTest
    @CsvSource({"MOMO, 32, 64", "MOMO_ADAM, 44, 88", "SGD_M, 32, 64", "ADAM, 44, 88", "MOMO_GENERIC, 32, 64",
            "AXPY, 12, 24", "COPY, 8, 16"})
    void aKernelKnowsWhatItMoves(Kernel kernel, int floats, int doubles) {
        assertEquals(floats, kernel.bytes(ElementType.FLOAT32));
        assertEquals(doubles, kernel.bytes(ElementType.FLOAT64));
    }

    /** Otherwise later samples would time another step than the first: a capped one, or one over denormal numbers. */
    @ParameterizedTest
    @EnumSource
    void everyStepIsLikeTheFirst(Kernel kernel) {
        try (Workbench workbench = new Workbench(new Point(ElementType.FLOAT64, 100, 1))) {
            FlatVector before = workbench.params().copy();
            Steps steps = workbench.steps(kernel);
            steps.make(1000);
            for (int i = 0; i < 100; i++) {
                assertEquals(before.get(i), workbench.params().get(i), 1e-7);
                assertTrue(Math.abs(before.get(i)) >= 0.5 && Math.abs(before.get(i)) <= 1,
                        "neither denormal nor large");
            }
            if (steps instanceof OptimizerSteps optimizer) {
                StepReport last = optimizer.last().orElseThrow();
                assertEquals(1000, last.k());
                assertTrue(last.stepSize() > 0, "the step moves");
            }
        }
    }
}
