package org.momo4j.testkit.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.objective.Optimum;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.testkit.Bits;
import org.momo4j.testkit.Promise;

/** What is claimed of the optimum is true as far as samples can tell. */
final class OptimumPromises {
    static final List<Promise<ObjectiveSubject>> ALL = List.of(
            new Promise<>("no point lies below the optimal value", OptimumPromises::below),
            new Promise<>("the minimiser attains the optimal value", OptimumPromises::attained),
            new Promise<>("the certificate can be read", OptimumPromises::certificate));

    private static final double[] DISTANCES = {1e-6, 1e-3, 0.1, 1, 10};

    private OptimumPromises() {}

    private static double tolerance(ObjectiveSubject subject, Optimum optimum, double atStart) {
        return subject.precision() * Math.max(Math.abs(optimum.value()), Math.abs(atStart));
    }

    private static void below(ObjectiveSubject subject) {
        Objective objective = subject.create().get();
        Optional<Optimum> known = objective.optimum();
        if (known.isEmpty()) {
            return;
        }
        Optimum optimum = known.get();
        double atStart = objective.evaluate(Points.start(objective, ElementType.FLOAT64)).loss();
        // the infimum lies in [value - gap, value]: no loss may lie below it
        double limit = optimum.value() - optimum.certificate().gap() - tolerance(subject, optimum, atStart);
        List<FlatVector> points = new ArrayList<>(Points.of(objective, ElementType.FLOAT64));
        optimum.minimiser().ifPresent(minimiser -> points.addAll(around(minimiser)));
        for (FlatVector point : points) {
            double loss = objective.evaluate(point).loss();
            assertTrue(loss >= limit, "a point has loss " + loss + ", below the optimal value " + optimum.value());
        }
    }

    private static List<FlatVector> around(FlatVector minimiser) {
        RandomGenerator random = Points.random(13);
        List<FlatVector> points = new ArrayList<>();
        for (double distance : DISTANCES) {
            for (int i = 0; i < 5; i++) {
                FlatVector point = minimiser.copy();
                for (long j = 0; j < point.size(); j++) {
                    point.set(j, point.get(j) + distance * random.nextGaussian());
                }
                points.add(point);
            }
        }
        return points;
    }

    private static void attained(ObjectiveSubject subject) {
        Objective objective = subject.create().get();
        Optional<FlatVector> minimiser = objective.optimum().flatMap(Optimum::minimiser);
        if (minimiser.isEmpty()) {
            return;
        }
        Optimum optimum = objective.optimum().orElseThrow();
        FlatVector.requireSame("the minimiser", minimiser.get(), ElementType.FLOAT64, objective.layout().size());
        double atStart = objective.evaluate(Points.start(objective, ElementType.FLOAT64)).loss();
        assertEquals(optimum.value(), objective.evaluate(minimiser.get()).loss(),
                optimum.certificate().gap() + tolerance(subject, optimum, atStart), "loss at the minimiser");
    }

    private static void certificate(ObjectiveSubject subject) {
        Optional<Optimum> known = subject.create().get().optimum();
        if (known.isEmpty()) {
            return;
        }
        Optimum optimum = known.get();
        assertTrue(Double.isFinite(optimum.value()), "the optimal value is " + optimum.value());
        assertTrue(optimum.certificate().gap() >= 0 && optimum.certificate().gap() < Double.POSITIVE_INFINITY,
                "the gap is " + optimum.certificate().gap());
        assertTrue(optimum.certificate().kind().matches("[a-z]+(-[a-z]+)*"),
                "the kind is \"" + optimum.certificate().kind() + "\"");
        assertTrue(!optimum.certificate().how().isBlank(), "nothing says how it was found");
        Optimum again = subject.create().get().optimum().orElseThrow();
        Bits.assertSame("optimal value of a fresh objective", Bits.of(optimum.value()), Bits.of(again.value()));
    }
}
