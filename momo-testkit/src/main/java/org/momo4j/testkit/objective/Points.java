package org.momo4j.testkit.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/** Where objectives are looked at: the starting point and random points about it. */
final class Points {
    private static final int COUNT = 4;

    private Points() {}

    static List<FlatVector> of(Objective objective, ElementType type) {
        RandomGenerator random = random(7);
        List<FlatVector> points = new ArrayList<>();
        for (int i = 0; i <= COUNT; i++) {
            FlatVector point = start(objective, type);
            for (long j = 0; j < point.size(); j++) {
                // numbers that float32 holds, rounded at the same places, so that both types stand at the same point
                point.set(j, (float) ((float) point.get(j) + i * 0.25 * random.nextGaussian()));
            }
            points.add(point);
        }
        return points;
    }

    static FlatVector start(Objective objective, ElementType type) {
        FlatVector start = FlatVector.zeros(type, objective.layout().size());
        objective.start(1, start);
        return start;
    }

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    static double dot(FlatVector u, FlatVector v) {
        double sum = 0;
        for (long i = 0; i < u.size(); i++) {
            sum += u.get(i) * v.get(i);
        }
        return sum;
    }
}
