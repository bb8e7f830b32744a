package org.momo4j.tracking.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Logs in a process of its own, and prints the number of every line after it was logged. */
final class LoggingProcess {
    private LoggingProcess() {}

    /**
     * {@code FOLDER STOP|GO_ON FROM TO SIZE [PATIENT]}: lines FROM to TO, each with a text of SIZE characters. Who is patient
     * waits for every line that was lost until there is room again, and then stops.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        OutputStream out = System.out;
        ScheduledExecutorService ticks = Executors
                .newSingleThreadScheduledExecutor(task -> Thread.ofPlatform().daemon().unstarted(task));
        long from = Long.parseLong(arguments[2]);
        long to = Long.parseLong(arguments[3]);
        String text = "x".repeat(Integer.parseInt(arguments[4]));
        boolean patient = arguments.length > 5;
        try (Journal journal = new Journal(new Outbox(Path.of(arguments[0])), InstantSource.system(),
                OnFullDisk.valueOf(arguments[1]), message -> print(out, "message: " + message), ticks)) {
            long before = journal.lost();
            if (from == 0) {
                journal.append(new Entry.Began("u", "e", "n", Optional.empty()));
                print(out, "1");
                from = 2;
            }
            for (long i = from; i <= to; i++) {
                journal.append(new Entry.Metrics(i, Map.of(text, i / 3.0)));
                if (patient && journal.lost() > before) {
                    waitForRoom(out, journal, text);
                    return;
                }
                print(out, Long.toString(i));
            }
            print(out, "lost " + journal.lost());
        }
        print(out, "closed");
    }

    private static void waitForRoom(OutputStream out, Journal journal, String text)
            throws IOException, InterruptedException {
        journal.append(new Entry.Metrics(1, Map.of("a", 1.0, "b", 2.0)));
        print(out, "lost " + journal.lost());
        long before = Long.MAX_VALUE;
        while (true) { // values are not logged meanwhile, so that it is known how many are lost
            journal.sync();
            if (journal.durable() > before) {
                journal.append(new Entry.Metrics(7, Map.of("again", 7.0)));
                print(out, "again");
                return;
            }
            before = journal.durable();
            Thread.sleep(20);
        }
    }

    private static void print(OutputStream out, String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            out.write(bytes, 0, bytes.length);
            out.flush();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
