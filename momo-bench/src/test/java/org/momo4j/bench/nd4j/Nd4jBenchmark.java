package org.momo4j.bench.nd4j;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.momo4j.api.nd4j.Nd4jVectors;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.bench.kernel.Operands;
import org.nd4j.linalg.api.ndarray.INDArray;
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
 * One step of MoMo by arrays that are allocated once: what the kernels of StepBenchmark are to be compared with. Both are
 * checked against ours before they are timed. ND4J uses all processors unless {@code OMP_NUM_THREADS} says otherwise.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow"})
public class Nd4jBenchmark {
    /** Leaves the parameters where they are: every step is like the first. */
    private static final double RATE = 1e-12;

    /** Number of parameters. */
    @Param({"1000", "10000", "100000", "1000000", "10000000", "50000000"})
    public long size = 1000;

    /** Of parameters and gradient. */
    @Param({"FLOAT32", "FLOAT64"})
    public ElementType type = ElementType.FLOAT32;

    private INDArray params;
    private INDArray gradient;
    private ArrayMomo operations;
    private ArrayMomo blas;

    /** Makes the arrays. */
    @Setup
    public void setUp() {
        Operands operands = Operands.of(type, size);
        params = Nd4jVectors.toArray(operands.params());
        gradient = Nd4jVectors.toArray(operands.gradient());
        operations = checked(n -> new ArrayOperations(zeros(n)));
        blas = checked(n -> new Blas());
    }

    private ArrayMomo checked(Function<Long, ArrayAlgebra> algebra) {
        SameMathematics.require(type, algebra.apply((long) SameMathematics.SIZE));
        return new ArrayMomo(algebra.apply(size), RATE, zeros(size));
    }

    private INDArray zeros(long n) {
        return Nd4jVectors.toArray(FlatVector.zeros(type, n));
    }

    /** By operations on arrays. */
    @Benchmark
    public double operations() {
        return operations.step(params, gradient, 1);
    }

    /** By BLAS level 1. */
    @Benchmark
    public double blas() {
        return blas.step(params, gradient, 1);
    }
}
