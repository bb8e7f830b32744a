package org.momo4j.bench;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.bounds.KnownBound;
import org.momo4j.convex.provider.LeastSquaresProvider;
import org.momo4j.convex.sampling.DrawnSample;
import org.momo4j.convex.sampling.WithReplacement;
import org.momo4j.core.baseline.Adam;
import org.momo4j.core.baseline.SgdM;
import org.momo4j.core.momo.MomoAdamMethod;
import org.momo4j.core.momo.MomoMethod;
import org.momo4j.core.momo.MomoProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The loop of a convex experiment: draw a batch of 20, loss and gradient of least squares in dimension 10, one step. With
 * {@code -prof gc}, {@code gc.alloc.rate.norm} is what a step allocates: its report, and nothing else.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class ConvexLoopBenchmark {
    /** Which optimizer. */
    @Param({"momo", "momo-adam", "sgd-m", "adam"})
    public String optimizer = "momo";

    private Objective objective;
    private Optimizer subject;
    private FlatVector params;
    private DrawnSample sample;
    private FlatVector gradient;
    private WithReplacement batches;

    /** Makes problem and optimizer. */
    @Setup
    public void setUp() {
        var problem = new LeastSquaresProvider();
        objective = problem
                .create(problem.hyperParameters().read(Map.of("samples", 200, "dimension", 10, "noise", 0.1)));
        params = FlatVector.zeros(ElementType.FLOAT64, objective.layout().size());
        objective.start(0, params);
        gradient = params.zerosLike();
        batches = new WithReplacement(objective.samples(), 20, 0);
        sample = new DrawnSample(objective, batches, gradient);
        subject = switch (optimizer) {
            case "momo" -> create(new MomoMethod());
            case "momo-adam" -> create(new MomoAdamMethod());
            case "sgd-m" -> create(new SgdM.Provider());
            default -> create(new Adam.Provider());
        };
    }

    private <P> Optimizer create(MomentumMethodProvider<P> method) {
        return create(new MomoProvider<>(method));
    }

    private <P> Optimizer create(OptimizerProvider<P> provider) {
        double rate = provider.defaultLearningRate();
        return provider.create(provider.hyperParameters().defaults(),
                new Setting(objective.layout(), ElementType.FLOAT64,
                        k -> rate, new KnownBound(0), new SplittableRandom(0)));
    }

    /** One turn of the loop. */
    @Benchmark
    public StepReport step() {
        sample.draw(params);
        return subject.step(params, sample);
    }

    /** The same without the step: what batch, loss and gradient cost. */
    @Benchmark
    public double oracle() {
        return objective.lossAndGradient(params, batches.next(), gradient);
    }
}
