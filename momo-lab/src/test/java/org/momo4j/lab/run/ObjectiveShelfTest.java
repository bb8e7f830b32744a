package org.momo4j.lab.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.objective.Evaluation;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.provider.HyperParameter;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.ObjectiveProvider;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.lab.catalogue.Catalogue;

/** Objectives that are given up are closed, once each. */
class ObjectiveShelfTest {
    private final List<Long> closed = new ArrayList<>();
    private final ObjectiveShelf shelf = new ObjectiveShelf(
            new Catalogue<>("objective", Map.of("held", new Held(closed))));

    private static Choice choice(long number) {
        return new Choice("held", Map.of("number", number));
    }

    @Test
    void whatGivesWayIsClosedAndTheRestInTheEnd() {
        for (long number = 0; number < 4; number++) {
            shelf.get(choice(number));
        }
        shelf.get(choice(0));
        assertEquals(List.of(), closed);
        shelf.get(choice(4));
        assertEquals(List.of(1L), closed, "the one that was not used for longest");
        shelf.discard(choice(3));
        shelf.discard(choice(3));
        assertEquals(List.of(1L, 3L), closed);
        shelf.close();
        assertEquals(List.of(1L, 3L, 2L, 0L, 4L), closed);
        shelf.close();
        assertEquals(5, closed.size());
    }

    @Test
    void oneThatCannotBeClosedHoldsUpNoRunAndIsSaidInTheEnd() {
        shelf.get(choice(Held.STUBBORN));
        for (long number = 0; number < 5; number++) {
            shelf.get(choice(number));
        }
        var refused = assertThrows(IllegalStateException.class, shelf::close);
        assertEquals("an objective could not be closed: no", refused.getMessage());
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L), closed);
    }

    record Number(@HyperParameter(value = "which one", byDefault = "0") long number) {}

    /** Objectives that tell when they are closed. */
    private record Held(List<Long> closed) implements ObjectiveProvider<Number> {
        static final long STUBBORN = 99;

        @Override
        public String name() {
            return "held";
        }

        @Override
        public String description() {
            return "tells when it is closed";
        }

        @Override
        public HyperParameters<Number> hyperParameters() {
            return HyperParameters.of(Number.class);
        }

        @Override
        public Objective create(Number number) {
            return new Closing(() -> {
                if (number.number() == STUBBORN) {
                    throw new IllegalStateException("no");
                }
                closed.add(number.number());
            });
        }
    }

    private record Closing(Runnable told) implements Objective, AutoCloseable {
        @Override
        public ParameterLayout layout() {
            return ParameterLayout.flat(1);
        }

        @Override
        public int samples() {
            return 1;
        }

        @Override
        public void start(long seed, FlatVector params) {
            params.fill(0);
        }

        @Override
        public double lossAndGradient(FlatVector at, Batch batch, FlatVector gradientOut) {
            gradientOut.fill(0);
            return 0;
        }

        @Override
        public Evaluation evaluate(FlatVector at) {
            return new Evaluation(0, Map.of());
        }

        @Override
        public void close() {
            told.run();
        }
    }
}
