package org.momo4j.lab.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.momo4j.tracking.journal.Outbox;
import org.momo4j.tracking.server.Recorded;
import org.momo4j.tracking.server.Replica;

/** The outboxes in the folder of an experiment. */
final class Outboxes {
    private Outboxes() {}

    static List<Outbox> in(Path folder) throws IOException {
        try (Stream<Path> folders = Files.walk(folder)) {
            return folders.filter(f -> f.endsWith("tracking") && Files.exists(f.resolve("journal.jsonl"))).sorted()
                    .map(Outbox::new).toList();
        }
    }

    /** Fails unless the server holds exactly what they say. Answers with the number of metric values. */
    static int assertReplicated(Path folder, Recorded server, String experiment) throws IOException {
        List<Replica> replicas = new ArrayList<>();
        for (Outbox outbox : in(folder)) {
            replicas.add(Replica.of(outbox));
        }
        Replica.assertExact(server, experiment, replicas);
        return replicas.stream().mapToInt(Replica::values).sum();
    }
}
