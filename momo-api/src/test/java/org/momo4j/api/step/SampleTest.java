package org.momo4j.api.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.FlatVector;

class SampleTest {
    @Test
    void aPlainSampleKnowsLossAndGradientOnly() {
        FlatVector gradient = FlatVector.of(1, 2);
        Sample sample = Sample.of(3, gradient);
        assertEquals(3, sample.loss());
        assertSame(gradient, sample.gradient());
        assertEquals(0, sample.batch().size());
        assertEquals(1, sample.weight());
        assertThrows(UnsupportedOperationException.class, () -> sample.at(gradient, gradient));
    }

    @Test
    void theShorthandOfAStepIsAPlainSample() {
        Optimizer optimizer = new Optimizer() {
            @Override
            public StepReport step(FlatVector params, Sample sample) {
                params.set(0, sample.loss());
                params.set(1, sample.gradient().get(0));
                return new StepReport.Builder().k(1).loss(sample.loss()).build();
            }

            @Override
            public State state() {
                return State.empty();
            }

            @Override
            public void restore(State state) {
                state.requireVersion(1);
            }
        };
        FlatVector params = FlatVector.of(0, 0);
        assertEquals(3, optimizer.step(params, FlatVector.of(5), 3).loss());
        assertArrayEquals(new double[]{3, 5}, params.toArray());
        assertEquals(Set.of(), optimizer.needs());
        FlatVector out = FlatVector.of(0, 0);
        optimizer.evaluationPoint(params, out);
        assertArrayEquals(new double[]{3, 5}, out.toArray());
    }
}
