package org.momo4j.lab.sweep;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.momo4j.lab.experiment.Experiment;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.run.Plans;
import org.momo4j.lab.run.folder.JournalEnd;

/** Measures a sweep: time a run by the clock and by the processor, which others do not disturb, and how it grows. Not a test. */
final class SweepSpeed {
    private SweepSpeed() {}

    /** {@code FOLDER JOBS RUNS EPOCHS}. */
    public static void main(String[] arguments) throws IOException {
        int runs = Integer.parseInt(arguments[2]);
        Experiment experiment = SweepProcess.experiment(runs, Long.parseLong(arguments[3]));
        Progress progress = new Progress(new PrintWriter(System.out, true), Math.max(100, runs / 10));
        long begin = System.nanoTime();
        new Sweep(Plans.installed()).run(experiment, Path.of(arguments[0]),
                Sweeps.with(Integer.parseInt(arguments[1])), progress);
        progress.out.printf("%d runs in %.2f s, of which %.2f s (over all jobs) were steps%n", runs,
                (System.nanoTime() - begin) / 1e9, progress.steps);
    }

    /** Prints the time a run, every so many. */
    private static final class Progress implements SweepListener {
        private final PrintWriter out;
        private final int every;
        private long last = System.nanoTime();
        private long lastCpu = cpu();
        private int done;
        private double steps;

        Progress(PrintWriter out, int every) {
            this.out = out;
            this.every = every;
        }

        private static long cpu() {
            return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
        }

        @Override
        public void ended(RunPlan plan, JournalEnd end) {
            steps += end.outcome().seconds();
            done++;
            if (done % every == 0) {
                long now = System.nanoTime();
                long nowCpu = cpu();
                Runtime runtime = Runtime.getRuntime();
                out.printf("%6d runs: %.3f ms a run, %.3f ms of processor, heap %d MB%n", done,
                        (now - last) / 1e6 / every, (nowCpu - lastCpu) / 1e6 / every,
                        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
                last = now;
                lastCpu = nowCpu;
            }
        }
    }
}
