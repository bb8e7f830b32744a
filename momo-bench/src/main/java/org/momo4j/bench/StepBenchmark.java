package org.momo4j.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;
import org.momo4j.api.step.Sample;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.bounds.KnownBound;
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
 * One step of MoMo and MoMo-Adam, and the ceilings of the same memory. A step moves 32 and 44 bytes a parameter in float32,
 * axpy 12 and copy 8; the ratio to the ceiling is (bytes/time) over (bytes/time of axpy), sizes and types equal. With
 * {@code -prof gc}, {@code gc.alloc.rate.norm} is the step's report, and nothing else. {@code -p size=50000000} for more.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class StepBenchmark {
    /** Number of parameters. */
    @Param({"1000", "10000", "100000", "1000000", "10000000"})
    public int size = 1000;

    /** Of parameters and gradient. */
    @Param({"FLOAT32", "FLOAT64"})
    public ElementType type = ElementType.FLOAT32;

    private FlatVector params;
    private FlatVector gradient;
    private Optimizer momo;
    private Optimizer momoAdam;
    private Sample sample;

    /** Makes parameters, gradient and optimizers. */
    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(0);
        params = random(random);
        gradient = random(random);
        sample = new FixedSample(1, gradient);
        momo = create(new MomoMethod());
        momoAdam = create(new MomoAdamMethod());
    }

    private FlatVector random(SplittableRandom random) {
        FlatVector vector = FlatVector.zeros(type, size);
        for (int i = 0; i < size; i++) {
            vector.set(i, random.nextDouble(-1, 1));
        }
        return vector;
    }

    private <P> Optimizer create(MomentumMethodProvider<P> method) {
        return create(new MomoProvider<>(method));
    }

    private <P> Optimizer create(OptimizerProvider<P> provider) {
        // a rate that leaves the parameters where they are: every step is like the first
        return provider.create(provider.hyperParameters().defaults(),
                new Setting(ParameterLayout.flat(size), type, k -> 1e-12, new KnownBound(0), new SplittableRandom(0)));
    }

    /** A step of MoMo. */
    @Benchmark
    public StepReport momo() {
        return momo.step(params, sample);
    }

    /** A step of MoMo-Adam. */
    @Benchmark
    public StepReport momoAdam() {
        return momoAdam.step(params, sample);
    }

    /** The ceiling: y ← y + α x in place. */
    @Benchmark
    public void axpy() {
        Ceilings.axpy(gradient, params);
    }

    /** The other ceiling: y ← x. */
    @Benchmark
    public void copy() {
        Ceilings.copy(gradient, params);
    }

    private record FixedSample(double loss, FlatVector gradient) implements Sample {}
}
