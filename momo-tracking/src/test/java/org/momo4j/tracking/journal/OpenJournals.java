package org.momo4j.tracking.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Opens journals for a test, with a clock that stands still, and remembers what people are told. */
final class OpenJournals implements AutoCloseable {
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private final List<String> messages = new CopyOnWriteArrayList<>();

    Journal open(Path folder) throws IOException {
        return new Journal(new Outbox(folder), InstantSource.fixed(Instant.ofEpochMilli(Lines.MILLIS)),
                OnFullDisk.STOP, messages::add, ticks);
    }

    List<String> messages() {
        return messages;
    }

    @Override
    public void close() {
        ticks.shutdownNow();
    }
}
