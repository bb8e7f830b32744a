package org.momo4j.lab.tracking;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.momo4j.lab.experiment.Experiment;
import org.momo4j.lab.sweep.Sweep;
import org.momo4j.lab.sweep.SweepListener;
import org.momo4j.lab.sweep.SweepSettings;
import org.momo4j.tracking.Tracking;
import org.momo4j.tracking.TrackingSettings;
import org.momo4j.tracking.journal.OnFullDisk;
import org.momo4j.tracking.mlflow.Delivered;
import org.momo4j.tracking.mlflow.MlflowSettings;

/** A sweep whose runs are sent to a server while they are made. */
public final class TrackedSweep {
    /** Quantities of a step are sent at 180 steps of the first thousand, and at 90 of every further decade. */
    private static final int DIGITS = 2;
    /** What a server may take nothing after the last run, before it is left alone. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Sweep sweep;
    private final MlflowSettings server;
    private final OnFullDisk onFullDisk;
    private final Consumer<String> messages;

    /**
     * A sweep that is tracked.
     *
     * @param sweep      makes the runs
     * @param server     where they are sent
     * @param onFullDisk what becomes of a run whose journal cannot be written
     * @param messages   told of what people should know
     */
    public TrackedSweep(Sweep sweep, MlflowSettings server, OnFullDisk onFullDisk, Consumer<String> messages) {
        this.sweep = sweep;
        this.server = server;
        this.onFullDisk = onFullDisk;
        this.messages = messages;
    }

    /**
     * Runs, as {@link Sweep#run} does, and waits for the server after that for as long as it takes what waits.
     *
     * @throws IOException if a file cannot be read or written
     */
    public void run(Experiment experiment, Path folder, SweepSettings settings, SweepListener listener)
            throws IOException {
        TrackingSettings where = new TrackingSettings(folder, experiment.name()).digits(DIGITS).onFullDisk(onFullDisk)
                .messages(messages).to(server);
        try (Tracking tracking = where.open()) {
            try (ExperimentTracking told = new ExperimentTracking(tracking, folder, experiment.name())) {
                told.begin();
                sweep.run(experiment, folder, settings.observedBy(told), listener);
                tellOfAll(folder, told);
            }
            Delivered delivered = tracking.drain(PATIENCE, _ -> {
            });
            LeftOver.sentence(delivered, folder, server.server()).ifPresent(messages);
        }
    }

    /** The runs are made: what goes wrong now is said, and not more. */
    private void tellOfAll(Path folder, ExperimentTracking told) {
        try {
            FinishedExperiment.in(folder).tellRest(told, messages);
        } catch (IOException | RuntimeException e) {
            messages.accept("the sweep as a whole is not on the server: " + e.getMessage());
        }
        told.finish();
    }
}
