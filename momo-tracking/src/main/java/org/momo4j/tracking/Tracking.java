package org.momo4j.tracking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.momo4j.tracking.journal.Entry;
import org.momo4j.tracking.journal.Journal;
import org.momo4j.tracking.journal.Outbox;
import org.momo4j.tracking.mlflow.Delivered;
import org.momo4j.tracking.mlflow.Uploader;

/**
 * Records the runs of an experiment in a folder, and sends them to a server if there is one:
 *
 * <pre>{@code
 * try (Tracking tracking = new TrackingSettings(Path.of("runs"), "mnist").to(server).open();
 *         Tracker tracker = tracking.run("momo-lr=1")) {
 *     tracker.step(momo.step(params, gradient, loss)); // in the loop
 * }
 * }</pre>
 */
public final class Tracking implements AutoCloseable {
    private final TrackingSettings settings;
    private final ScheduledExecutorService ticks;
    private final Optional<Uploader> uploader;

    Tracking(TrackingSettings settings) {
        this.settings = settings;
        ticks = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().daemon().name("momo-journal").unstarted(task));
        uploader = settings.server().map(server -> new Uploader(server, settings.messages()));
    }

    /**
     * Begins a run, in a folder of its name; if there is one of that name already, of its name and a number.
     *
     * @throws IllegalArgumentException if the name cannot be that of a folder
     */
    public Tracker run(String name) {
        return begin(name, Optional.empty());
    }

    /** Begins a run that is a part of another. */
    public Tracker run(String name, Tracker parent) {
        return begin(name, Optional.of(parent.uid()));
    }

    private Tracker begin(String name, Optional<String> parent) {
        if (name.isBlank() || name.startsWith(".") || name.matches("(?s).*[/\\\\\\p{Cntrl}].*")) {
            throw new IllegalArgumentException("the run \"" + name
                    + "\" cannot be the name of a folder: no / or \\ in it, and no . at its beginning");
        }
        Path experiment = settings.folder().resolve(settings.experiment());
        Path folder = experiment.resolve(name);
        for (int number = 2; Files.exists(folder); number++) {
            folder = experiment.resolve(name + "-" + number);
        }
        return resume(new Outbox(folder), name, parent, InstantSource.system());
    }

    /**
     * Goes on with the run that is recorded in an outbox; begins it if there is none.
     *
     * @param outbox where it is
     * @param name   what it is called, if it begins
     * @param parent uid of the run that it is a part of, if it begins
     * @param clock  says when something is logged
     * @throws IllegalArgumentException if somebody else is writing there
     */
    public Tracker resume(Outbox outbox, String name, Optional<String> parent, InstantSource clock) {
        try {
            Journal journal = new Journal(outbox, clock, settings.onFullDisk(), settings.messages(), ticks);
            Entry.Began began = journal.before().began().orElseGet(() -> {
                Entry.Began first = new Entry.Began(UUID.randomUUID().toString(), settings.experiment(), name, parent);
                journal.append(first);
                return first;
            });
            journal.sync();
            uploader.ifPresent(u -> u.follow(outbox, journal::durable));
            return new Tracker(began, outbox, journal, settings.steps(),
                    () -> uploader.ifPresent(u -> u.settle(outbox)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until the server has everything that is safe on the disk.
     *
     * @param most how long
     * @return whether it has; true if there is no server
     */
    public boolean await(Duration most) {
        return uploader.map(u -> u.await(most)).orElse(true);
    }

    /** What the server has by now. */
    public Delivered delivered() {
        return uploader.map(Uploader::delivered).orElse(Delivered.NOTHING);
    }

    /** Lets go of the server at once: what it has not taken stays in the outboxes. Close trackers first. */
    @Override
    public void close() {
        uploader.ifPresent(Uploader::close);
        ticks.shutdownNow();
    }
}
