package org.momo4j.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.momo4j.api.vector.ElementType;
import org.momo4j.bench.kernel.Kernel;
import org.momo4j.bench.kernel.Point;
import org.momo4j.bench.kernel.Steps;
import org.momo4j.bench.kernel.Workbench;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One step of each {@link Kernel}, among them the ceilings of the same memory. The ratio to the ceiling is (bytes/time) over
 * (bytes/time of axpy), size, type and threads equal; here they run in processes of their own, minutes apart, so that
 * {@code momo bench} gives the fairer ratio, and this the steadier time. With {@code -prof gc}, {@code gc.alloc.rate.norm}
 * is the step's report, and nothing else.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class StepBenchmark {
    /** Which kernel. */
    @Param({"momo", "momo-adam", "sgd-m", "adam", "momo-generic", "axpy", "copy"})
    public String kernel = "momo";

    /** Number of parameters. */
    @Param({"1000", "10000", "100000", "1000000", "10000000", "50000000"})
    public long size = 1000;

    /** Of parameters and gradient. */
    @Param({"FLOAT32", "FLOAT64"})
    public ElementType type = ElementType.FLOAT32;

    /** How many threads a step may use: a number, or {@code all} for one a processor. */
    @Param({"1", "all"})
    public String threads = "1";

    private Workbench workbench;
    private Steps steps;

    /** Makes the vectors and the kernel. */
    @Setup
    public void setUp() {
        int number = threads.equals("all") ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(threads);
        workbench = new Workbench(new Point(type, size, number));
        steps = workbench.steps(
                Arrays.stream(Kernel.values()).filter(k -> k.toString().equals(kernel)).findFirst().orElseThrow());
    }

    /** Ends the kernel's threads. */
    @TearDown
    public void tearDown() {
        workbench.close();
    }

    /** A step. */
    @Benchmark
    public void step() {
        steps.make(1);
    }
}
