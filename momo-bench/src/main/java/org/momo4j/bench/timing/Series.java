package org.momo4j.bench.timing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.momo4j.bench.kernel.Kernel;
import org.momo4j.bench.kernel.Point;
import org.momo4j.bench.kernel.Steps;

/** Samples of one kernel. */
final class Series {
    private static final double MILLISECOND = 1e6;
    private static final double QUARTER = 25;

    /** How many quiet times the compiler is waited for. */
    private static final int PATIENCE = 10;

    private final CompilationClock compilation = new CompilationClock();
    private final ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private final DescriptiveStatistics milliseconds = new DescriptiveStatistics();
    private final DescriptiveStatistics allocated = new DescriptiveStatistics();
    private final Kernel kernel;
    private final Steps steps;
    private long count = 1;

    Series(Kernel kernel, Steps steps) {
        this.kernel = kernel;
        this.steps = steps;
    }

    /**
     * Repeats the kernel, at least twice, until nothing was compiled for the length of {@code quiet}, or that cannot be
     * waited for; then sets how many steps fill a sample.
     */
    void warmUp(Duration quiet, Duration sample) {
        long begin = System.nanoTime();
        long quietSince = begin;
        long compiled = compilation.milliseconds();
        long now = begin;
        long made = 1;
        for (int batch = 0; batch < 2 || now - quietSince < quiet.toNanos()
                && now - begin < PATIENCE * quiet.toNanos(); batch++) {
            long before = System.nanoTime();
            steps.make(made);
            now = System.nanoTime();
            count = Math.max(1, made * sample.toNanos() / Math.max(1, now - before));
            made = Math.min(2 * made, count);
            if (compilation.milliseconds() != compiled) {
                compiled = compilation.milliseconds();
                quietSince = now;
            }
        }
    }

    /**
     * Takes one sample. One of several steps begins from caches as the kernel itself leaves them, by a step that is not
     * timed; a single step is so long that it has replaced them.
     */
    void sample() {
        if (count > 1) {
            steps.make(1);
        }
        long allocatedBefore = threads.getCurrentThreadAllocatedBytes();
        long begin = System.nanoTime();
        steps.make(count);
        long end = System.nanoTime();
        long allocatedAfter = threads.getCurrentThreadAllocatedBytes();
        milliseconds.addValue((end - begin) / MILLISECOND / count);
        allocated.addValue((double) (allocatedAfter - allocatedBefore) / count);
    }

    Result result(Point point) {
        return new Result(kernel, point, milliseconds.getPercentile(2 * QUARTER), milliseconds.getPercentile(QUARTER),
                milliseconds.getPercentile(3 * QUARTER), milliseconds.getN(), allocated.getPercentile(2 * QUARTER));
    }
}
