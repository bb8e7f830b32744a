package org.momo4j.lab.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.inject.Guice;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.provider.ObjectiveProvider;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.bounds.KnownBound;
import org.momo4j.convex.sampling.DrawnSample;
import org.momo4j.convex.sampling.WithReplacement;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.run.Engines;

/**
 * Everything that is installed, together, with its defaults: every optimizer on every objective, in both element types.
 * New ones are tested by being installed; those whose data are not shipped are left to the tests of momo-nn, over files made there.
 */
class EveryOptimizerOnEveryObjectiveTest {
    private static final int STEPS = 400;
    /** docs/MATH.md, 9.2: so does the package of its authors. */
    private static final String LEADS_AWAY_AT_FIRST = "d-adapt-adam";
    private static final Set<String> DATA_NOT_SHIPPED = Set.of("fashion-mlp", "fashion-conv", "fashion-resnet20",
            "cifar10-resnet20");

    private final Catalogues installed = Guice.createInjector(new ProvidersModule()).getInstance(Catalogues.class);

    @TestFactory
    Stream<DynamicTest> descends() {
        return installed.optimizers().entries().entrySet().stream()
                .flatMap(optimizer -> installed.objectives().entries().entrySet().stream()
                        .filter(objective -> !DATA_NOT_SHIPPED.contains(objective.getKey()))
                        .flatMap(objective -> Arrays.stream(ElementType.values()).map(type -> dynamicTest(
                                optimizer.getKey() + " on " + objective.getKey() + " in " + type,
                                () -> descends(optimizer.getValue(), objective.getValue(), type)))));
    }

    private <P, Q> void descends(OptimizerProvider<P> optimizerProvider, ObjectiveProvider<Q> objectiveProvider,
            ElementType type) {
        Engines.require(Choice.of(objectiveProvider.name()), installed);
        Objective objective = objectiveProvider.create(objectiveProvider.hyperParameters().read(Map.of()));
        double rate = optimizerProvider.defaultLearningRate();
        Optimizer optimizer = optimizerProvider.create(optimizerProvider.hyperParameters().defaults(),
                new Setting(objective.layout(), type, k -> rate, new KnownBound(0), new SplittableRandom(0)));
        FlatVector params = FlatVector.zeros(type, objective.layout().size());
        objective.start(0, params);
        double first = objective.evaluate(params).loss();
        WithReplacement batches = new WithReplacement(objective.samples(), Math.min(20, objective.samples()), 0);
        DrawnSample sample = new DrawnSample(objective, batches, params.zerosLike());
        long steps = optimizerProvider.name().equals(LEADS_AWAY_AT_FIRST) ? 10 * STEPS : STEPS;
        for (long k = 1; k <= steps; k++) {
            sample.draw(params);
            StepReport report = optimizer.step(params, sample);
            assertEquals(k, report.k());
            assertEquals(sample.loss(), report.loss());
            assertTrue(report.stepSize() >= 0 && report.stepSize() < Double.POSITIVE_INFINITY, report.toString());
        }
        FlatVector judged = params.zerosLike();
        optimizer.evaluationPoint(params, judged);
        double last = objective.evaluate(judged).loss();
        assertTrue(last < first, "the loss was " + first + " and is " + last + " after " + steps + " steps");
        objective.optimum().ifPresent(
                optimum -> assertTrue(last >= optimum.value() - 1e-12 * Math.max(1, Math.abs(optimum.value())),
                        "the loss " + last + " lies below the certified optimal value " + optimum.value()));
    }
}
