package org.momo4j.bench.timing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.momo4j.bench.kernel.Kernel;
import org.momo4j.bench.kernel.Point;
import org.momo4j.bench.kernel.Workbench;

/** Measures contests, one after the other. */
public final class Timing {
    /** Large enough to be shared by several threads, small enough to be made thousands of times in a moment. */
    private static final long COMPILATION_SIZE = 300_000;

    /** Bytes of one vector for every kernel, from which on memory is freed before the next contest. */
    private static final double WORTH_FREEING = 1 << 26;

    private final Effort effort;

    /** Measures with this effort. */
    public Timing(Effort effort) {
        this.effort = effort;
    }

    /**
     * Measures all contests.
     *
     * @param done told of every contest that is done
     * @throws IllegalArgumentException if the vectors of a contest do not fit into memory
     */
    public List<Ranking> measure(List<Contest> contests, Consumer<Ranking> done) {
        requireMemory(contests);
        compile(contests);
        List<Ranking> rankings = new ArrayList<>();
        for (Contest contest : contests) {
            Ranking ranking = measure(contest);
            rankings.add(ranking);
            done.accept(ranking);
        }
        return rankings;
    }

    /** What does not fit must not be found out after minutes of work. */
    private static void requireMemory(List<Contest> contests) {
        contests.stream().max(Comparator.comparingDouble(Timing::bytes)).ifPresent(c -> opened(c, series -> {
        }));
    }

    private static double bytes(Contest contest) {
        return (double) contest.point().n() * contest.point().type().bytes() * contest.kernels().size();
    }

    /**
     * Has every kernel seen by the compiler with every type and number of threads before a time is taken. Otherwise the
     * first contests would run code that is compiled for them alone, and later ones what the compiler makes of it when
     * more turns up.
     */
    private void compile(List<Contest> contests) {
        contests.stream().map(c -> new Contest(small(c.point()), c.kernels())).distinct()
                .forEach(c -> opened(c, series -> warmUp(series, effort.compilation())));
    }

    private void warmUp(List<Series> series, Duration duration) {
        series.forEach(s -> s.warmUp(duration, effort.sample()));
    }

    private static Point small(Point point) {
        return new Point(point.type(), COMPILATION_SIZE, point.threads());
    }

    private Ranking measure(Contest contest) {
        List<Result> results = new ArrayList<>();
        opened(contest, series -> {
            warmUp(series, effort.warmUp());
            long begin = System.nanoTime();
            for (int round = 0; round < effort.leastRounds()
                    || System.nanoTime() - begin < effort.point().toNanos(); round++) {
                takeTurns(series, round);
            }
            series.forEach(s -> results.add(s.result(contest.point())));
        });
        return new Ranking(results);
    }

    /** Every round begins with another kernel, so that none always follows the same one. */
    private static void takeTurns(List<Series> series, int round) {
        for (int i = 0; i < series.size(); i++) {
            series.get((round + i) % series.size()).sample();
        }
    }

    private static void opened(Contest contest, Consumer<List<Series>> use) {
        try (Workbench workbench = new Workbench(contest.point())) {
            List<Series> series = new ArrayList<>();
            for (Kernel kernel : contest.kernels()) {
                series.add(new Series(kernel, workbench.steps(kernel)));
            }
            use.accept(series);
        } catch (OutOfMemoryError e) {
            Point point = contest.point();
            throw new IllegalArgumentException("the vectors of " + contest.kernels() + " with " + point.n() + " "
                    + point.type() + " elements do not fit into the memory that Java may use (" + e.getMessage()
                    + "); take fewer kernels at once, or a smaller size", e);
        } finally {
            if (bytes(contest) >= WORTH_FREEING) {
                // memory off the heap is given back when the collector finds that nobody holds it; nothing else calls it
                System.gc();
            }
        }
    }
}
