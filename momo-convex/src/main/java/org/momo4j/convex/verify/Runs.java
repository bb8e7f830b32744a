package org.momo4j.convex.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Runs on a bounded pool; results come in the order of submission, so that they do not depend on the number of threads. */
final class Runs implements AutoCloseable {
    private final ExecutorService pool;
    private final Progress progress;
    private int submitted;

    Runs(int jobs, Progress progress) {
        pool = Executors.newFixedThreadPool(jobs);
        this.progress = progress;
    }

    /** Submits runs; the supplier waits for them and gives their results. */
    <T> Supplier<List<T>> submit(List<Supplier<T>> runs) {
        List<Future<T>> futures = new ArrayList<>();
        for (Supplier<T> run : runs) {
            futures.add(pool.submit(() -> {
                T result = run.get();
                progress.done();
                return result;
            }));
        }
        submitted += runs.size();
        return () -> futures.stream().map(Runs::await).toList();
    }

    /** All runs are submitted. */
    void submittedAll() {
        progress.total(submitted);
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a run failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a run", e);
        }
    }

    /** Ends the pool; runs that have not begun are dropped. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
