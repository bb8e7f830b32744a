package org.momo4j.tracking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
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
    /** The folder of what is sent, in that of a run. */
    public static final String OUTBOX = "tracking";

    private static final int LONGEST_NAME = 200;
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(250);

    private final TrackingSettings settings;
    private final ScheduledExecutorService ticks;
    private final Optional<Uploader> uploader;
    private final Set<Tracker> open = ConcurrentHashMap.newKeySet();

    Tracking(TrackingSettings settings) {
        this.settings = settings;
        ticks = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().daemon().name("momo-journal").unstarted(task));
        uploader = settings.server().map(server -> new Uploader(server, settings.messages()));
    }

    /**
     * Begins a run, recorded in the folder {@value #OUTBOX} of a folder of its name; if there is one of that name already, of its name and a number.
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
        checkFolder("run", name);
        checkFolder("experiment", settings.experiment());
        try {
            Path experiment = Files.createDirectories(settings.folder().resolve(settings.experiment()));
            return resume(new Outbox(fresh(experiment, name).resolve(OUTBOX)), name, parent, InstantSource.system());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder that nobody else has. */
    private static Path fresh(Path experiment, String name) throws IOException {
        for (int number = 1;; number++) {
            try {
                return Files.createDirectory(experiment.resolve(number == 1 ? name : name + "-" + number));
            } catch (FileAlreadyExistsException taken) {
                // by an earlier run of this name, or by one that begins just now
            }
        }
    }

    private static void checkFolder(String kind, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.startsWith(".")
                || name.matches("(?s).*[/\\\\\\p{Cntrl}].*")) {
            throw new IllegalArgumentException("the " + kind + " \"" + name + "\" cannot be the name of a folder: at "
                    + "most " + LONGEST_NAME + " characters, no / or \\ among them, and no . at its beginning");
        }
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
            try {
                return tracker(outbox, journal, name, parent);
            } catch (IOException | RuntimeException e) {
                journal.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Tracker tracker(Outbox outbox, Journal journal, String name, Optional<String> parent) throws IOException {
        Entry.Began began = journal.before().began().orElseGet(() -> {
            Entry.Began first = new Entry.Began(UUID.randomUUID().toString(), settings.experiment(), name, parent);
            journal.append(first);
            return first;
        });
        journal.sync();
        uploader.ifPresent(u -> u.follow(outbox, journal.durability()));
        Tracker tracker = new Tracker(began, outbox, journal, settings.steps(), closed -> {
            open.remove(closed);
            uploader.ifPresent(u -> u.settle(outbox));
        });
        open.add(tracker);
        return tracker;
    }

    /**
     * Waits until the server has everything that was logged.
     *
     * @param most how long
     * @return whether it has; true if there is no server
     */
    public boolean await(Duration most) {
        open.forEach(Tracker::sync);
        return uploader.map(u -> u.await(most)).orElse(true);
    }

    /**
     * Waits until the server has everything, or has taken nothing for a while.
     *
     * @param idle    how long it may take nothing
     * @param watcher told several times a second how far it is
     */
    public Delivered drain(Duration idle, Consumer<Delivered> watcher) {
        Delivered before = delivered();
        long since = System.nanoTime();
        while (!await(LOOK)) {
            Delivered now = delivered();
            watcher.accept(now);
            if (now.values() != before.values() || now.waiting() != before.waiting()) {
                before = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since >= idle.toNanos() || Thread.currentThread().isInterrupted()) {
                return now;
            }
        }
        return delivered();
    }

    /** What the server has by now. */
    public Delivered delivered() {
        return uploader.map(Uploader::delivered).orElse(Delivered.NOTHING);
    }

    /**
     * Suspends the runs whose trackers are still open, and waits for the server as long as it takes something, but not for one
     * that is in trouble: what it has not taken stays in the outboxes.
     */
    @Override
    public void close() {
        List.copyOf(open).forEach(Tracker::suspend);
        if (delivered().trouble().isEmpty()) {
            drain(FAREWELL, _ -> {
            });
        }
        uploader.ifPresent(Uploader::close);
        ticks.shutdownNow();
    }
}
