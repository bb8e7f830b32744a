package org.momo4j.lab.sweep;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.experiment.Experiment;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.run.Assembly;
import org.momo4j.lab.run.folder.JournalEnd;
import org.momo4j.lab.run.folder.RunFolder;
import org.momo4j.lab.run.folder.Standing;

/** Makes all runs of an experiment that are missing. */
public final class Sweep {
    private final Catalogues catalogues;

    /** Runs what is installed. */
    @Inject
    public Sweep(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /**
     * Runs.
     *
     * @param experiment what to run
     * @param folder     the folder of the experiment
     * @param settings   how; no number depends on it
     * @param listener   told what happens
     * @throws IllegalArgumentException if another process is at work in the folder, or a name cannot be that of a folder
     * @throws IOException              if a file cannot be read or written; what is complete stays so
     */
    public void run(Experiment experiment, Path folder, SweepSettings settings, SweepListener listener)
            throws IOException {
        FolderNames.check(experiment);
        try (FolderLock _ = FolderLock.of(folder)) {
            ExperimentFile.write(experiment, folder, listener);
            Inventory inventory = Inventory.of(experiment, folder);
            listener.found(inventory);
            SweepListener workers = new OneAtATime(listener);
            Queue<Inventory.Found> waiting = new ConcurrentLinkedQueue<>(inventory.missing());
            work(Math.min(settings.jobs(), waiting.size()),
                    () -> worker(waiting, folder, settings, workers));
        }
    }

    /** What a worker does. */
    private interface Work {
        void run() throws IOException;
    }

    private static void work(int jobs, Work work) throws IOException {
        try (ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, jobs))) {
            List<Future<?>> begun = new ArrayList<>();
            for (int i = 0; i < jobs; i++) {
                begun.add(workers.submit(() -> {
                    work.run();
                    return null;
                }));
            }
            for (Future<?> future : begun) {
                await(future);
            }
        }
    }

    private static void await(Future<?> worker) throws IOException {
        try {
            worker.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void worker(Queue<Inventory.Found> waiting, Path folder, SweepSettings settings, SweepListener listener)
            throws IOException {
        Assembly assembly = new Assembly(catalogues);
        try {
            for (Inventory.Found next = waiting.poll(); next != null; next = waiting.poll()) {
                RunPlan plan = next.plan();
                RunFolder place = new RunFolder(folder, plan);
                if (next.standing() == Standing.STALE) {
                    settings.observers().movedAside(place.moveAside());
                }
                JournalEnd end = new RecordedRun(plan, place, settings, listener).run(assembly,
                        next.standing() == Standing.UNFINISHED || next.standing() == Standing.FAILED);
                listener.ended(plan, end);
            }
        } finally {
            waiting.clear(); // when one worker cannot write, the others need not go on
            close(assembly, listener);
        }
    }

    /** The runs are complete, whatever an objective holds. */
    private static void close(Assembly assembly, SweepListener listener) {
        try {
            assembly.close();
        } catch (IllegalStateException e) {
            listener.message(String.valueOf(e.getMessage()));
        }
    }
}
