package org.momo4j.lab.replay;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.provider.LowerBoundProvider;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.NonFiniteStepException;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.lab.catalogue.Catalogues;

/** Feeds the recorded losses and gradients of a run to our optimizer, and compares what it makes of them. */
public final class Replay {
    private final Catalogues catalogues;

    /** Replays with the optimizers and bounds of these catalogues. */
    @Inject
    public Replay(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /** Replays one run. A step that our optimizer refuses is an infinite error. */
    public RunError replay(Recording.Run run, ElementType type) {
        Recording.Method method = run.method();
        LowerBound bound = bound(catalogues.bounds().get(method.bound().name()), method);
        Setting setting = new Setting(ParameterLayout.flat(run.start().length), type, k -> method.learningRate(), bound,
                RandomGenerator.of("L64X128MixRandom"));
        Optimizer optimizer = optimizer(catalogues.optimizers().get(method.optimizer()), method, setting);

        FlatVector params = FlatVector.of(type, run.start());
        RunError error = RunError.none(run.name(), method.optimizer(), run.steps().size());
        int k = 0;
        for (Recording.Step step : run.steps()) {
            k++;
            try {
                optimizer.step(params, FlatVector.of(type, step.gradient()), step.loss());
            } catch (NonFiniteStepException e) {
                return error.with(k, Double.POSITIVE_INFINITY, error.bound());
            }
            error = error.with(k, RelativeError.of(params.toArray(), step.params()),
                    RelativeError.of(bound.value(), step.lowerBound()));
        }
        return error;
    }

    private static <P> Optimizer optimizer(OptimizerProvider<P> provider, Recording.Method method, Setting setting) {
        return provider.create(provider.hyperParameters().read(method.hyperParameters()), setting);
    }

    private static <P> LowerBound bound(LowerBoundProvider<P> provider, Recording.Method method) {
        return provider.create(provider.hyperParameters().read(method.bound().values()));
    }
}
