package org.momo4j.testkit.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.testkit.Promise;

/** Loss and gradient say the same. */
final class LossPromises {
    static final List<Promise<ObjectiveSubject>> ALL = List.of(
            new Promise<>("the batch of all examples has the loss of evaluate()", LossPromises::all),
            new Promise<>("a batch is the mean of its examples", LossPromises::mean),
            new Promise<>("the gradient is that of the loss", LossPromises::differences),
            new Promise<>("the gradient is a subgradient", LossPromises::subgradient),
            new Promise<>("float32 and float64 points have the same loss and gradient", LossPromises::types));

    private LossPromises() {}

    private static void all(ObjectiveSubject subject) {
        if (!subject.traits().contains(Trait.MEAN_OF_EXAMPLES)) {
            return;
        }
        Objective objective = subject.create().get();
        for (FlatVector point : Points.of(objective, ElementType.FLOAT64)) {
            double loss = objective.lossAndGradient(point, Batch.all(objective.samples()), point.zerosLike());
            double evaluated = objective.evaluate(point).loss();
            assertTrue(Double.isFinite(loss), "the loss is " + loss);
            assertClose(subject, evaluated, loss, Math.abs(evaluated), "loss of all examples and of evaluate()");
        }
    }

    private static void mean(ObjectiveSubject subject) {
        if (!subject.traits().contains(Trait.MEAN_OF_EXAMPLES)) {
            return;
        }
        Objective objective = subject.create().get();
        int n = objective.samples();
        int[] batch = {n - 1, 0, n / 2, 0}; // in no order, one of them twice
        for (FlatVector point : Points.of(objective, ElementType.FLOAT64)) {
            FlatVector together = point.zerosLike();
            double loss = objective.lossAndGradient(point, Batch.of(batch), together);
            double[] mean = new double[together.toArray().length];
            double meanLoss = 0;
            double scale = 0;
            for (int example : batch) {
                FlatVector single = point.zerosLike();
                meanLoss += objective.lossAndGradient(point, Batch.of(example), single) / batch.length;
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += single.get(i) / batch.length;
                    scale = Math.max(scale, Math.abs(single.get(i)));
                }
            }
            assertClose(subject, meanLoss, loss, Math.abs(meanLoss), "loss of a batch and mean of its examples");
            for (int i = 0; i < mean.length; i++) {
                assertClose(subject, mean[i], together.get(i), scale, "gradient of a batch and mean, element " + i);
            }
        }
    }

    private static void assertClose(ObjectiveSubject subject, double expected, double actual, double scale,
            String what) {
        assertEquals(expected, actual, subject.precision() * (scale + Double.MIN_NORMAL), what);
    }

    /**
     * Central differences along random directions of length 1, with the step h for which rounding (precision/h) and
     * truncation (h²) are alike; a hundred times their size allows for constants of the loss, not for a wrong factor.
     */
    private static void differences(ObjectiveSubject subject) {
        if (!subject.traits().contains(Trait.DIFFERENTIABLE)) {
            return;
        }
        Objective objective = subject.create().get();
        RandomGenerator random = Points.random(11);
        double h = Math.cbrt(subject.precision());
        for (int[] batch : new int[][]{{0}, {objective.samples() - 1, 0, objective.samples() / 2}}) {
            for (FlatVector point : Points.of(objective, ElementType.FLOAT64)) {
                FlatVector gradient = point.zerosLike();
                double loss = objective.lossAndGradient(point, Batch.of(batch), gradient);
                double norm = Math.sqrt(Points.dot(gradient, gradient));
                for (int i = 0; i < 3; i++) {
                    FlatVector direction = unit(point.size(), random, gradient, i);
                    double above = objective.lossAndGradient(moved(point, direction, h), Batch.of(batch),
                            point.zerosLike());
                    double below = objective.lossAndGradient(moved(point, direction, -h), Batch.of(batch),
                            point.zerosLike());
                    assertEquals((above - below) / (2 * h), Points.dot(gradient, direction),
                            100 * h * h * (norm + Math.abs(loss)),
                            "difference quotient and <g, u> at a batch of " + batch.length);
                }
            }
        }
    }

    /** The direction of the gradient itself first, where a wrong factor shows most; then random ones. */
    private static FlatVector unit(long size, RandomGenerator random, FlatVector gradient, int which) {
        FlatVector unit = FlatVector.zeros(ElementType.FLOAT64, size);
        double square = Points.dot(gradient, gradient);
        for (long j = 0; j < size; j++) {
            unit.set(j, which == 0 && square > 0 ? gradient.get(j) : random.nextGaussian());
        }
        double norm = Math.sqrt(Points.dot(unit, unit));
        for (long j = 0; j < size; j++) {
            unit.set(j, unit.get(j) / norm);
        }
        return unit;
    }

    private static FlatVector moved(FlatVector point, FlatVector direction, double by) {
        FlatVector moved = point.copy();
        for (long j = 0; j < point.size(); j++) {
            moved.set(j, point.get(j) + by * direction.get(j));
        }
        return moved;
    }

    private static void subgradient(ObjectiveSubject subject) {
        if (!subject.traits().contains(Trait.CONVEX)) {
            return;
        }
        Objective objective = subject.create().get();
        List<FlatVector> points = Points.of(objective, ElementType.FLOAT64);
        for (int example = 0; example < Math.min(5, objective.samples()); example++) {
            for (FlatVector x : points) {
                FlatVector gradient = x.zerosLike();
                double atX = objective.lossAndGradient(x, Batch.of(example), gradient);
                for (FlatVector y : points) {
                    double atY = objective.lossAndGradient(y, Batch.of(example), y.zerosLike());
                    double tangent = atX + Points.dot(gradient, y) - Points.dot(gradient, x);
                    double scale = Math.abs(atX) + Math.abs(atY)
                            + Math.sqrt(Points.dot(gradient, gradient) * (Points.dot(x, x) + Points.dot(y, y)));
                    assertTrue(atY >= tangent - subject.precision() * scale, "f(y) = " + atY
                            + " lies below the tangent plane at x, " + tangent + ", for example " + example);
                }
            }
        }
    }

    private static void types(ObjectiveSubject subject) {
        Objective objective = subject.create().get();
        Objective other = subject.create().get();
        List<FlatVector> twice = Points.of(objective, ElementType.FLOAT64);
        List<FlatVector> single = Points.of(other, ElementType.FLOAT32);
        double rounding = Math.max(Math.ulp(1f), 10 * subject.precision());
        Batch batch = Batch.of(0, objective.samples() - 1);
        for (int i = 0; i < twice.size(); i++) {
            FlatVector gradient = twice.get(i).zerosLike();
            FlatVector rounded = single.get(i).zerosLike();
            double loss = objective.lossAndGradient(twice.get(i), batch, gradient);
            assertEquals(loss, other.lossAndGradient(single.get(i), batch, rounded), rounding * Math.abs(loss),
                    "loss at a float32 point");
            double scale = Math.sqrt(Points.dot(gradient, gradient));
            for (long j = 0; j < gradient.size(); j++) {
                assertEquals(gradient.get(j), rounded.get(j), rounding * scale, "gradient at a float32 point, " + j);
            }
            double evaluated = objective.evaluate(twice.get(i)).loss();
            assertEquals(evaluated, other.evaluate(single.get(i)).loss(), rounding * Math.abs(evaluated),
                    "evaluate() at a float32 point");
        }
    }
}
