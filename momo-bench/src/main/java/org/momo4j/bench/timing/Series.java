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

    /** Repeats the kernel for so long, at least twice; then sets how many steps fill a sample. */
    void warmUp(Duration duration, Duration sample) {
        long nanos = 0;
        long total = 0;
        long made = 1;
        do {
            long begin = System.nanoTime();
            steps.make(made);
            nanos = System.nanoTime() - begin;
            total += nanos;
            count = Math.max(1, made * sample.toNanos() / Math.max(1, nanos));
            made = Math.min(2 * made, count);
        } while (total < duration.toNanos() || total == nanos);
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
