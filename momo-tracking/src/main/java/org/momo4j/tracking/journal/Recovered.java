package org.momo4j.tracking.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What can be trusted of a journal that somebody stopped writing, perhaps not by choice.
 *
 * @param logged what it says
 * @param bytes  of the lines that are whole
 * @param lines  how many those are
 * @param torn   bytes behind them that are neither whole nor mere room
 */
record Recovered(Logged logged, long bytes, long lines, long torn) {
    /** Reads a journal; one that is not there has no lines. */
    static Recovered of(Path journal) throws IOException {
        Logged logged = new Logged();
        if (!Files.exists(journal)) {
            return new Recovered(logged, 0, 0, 0);
        }
        try (JournalReader reader = new JournalReader(journal)) {
            for (Optional<Line> line = reader.next(); line.isPresent(); line = reader.next()) {
                logged.add(line.get().entry());
            }
            return new Recovered(logged, reader.offset(), reader.number(), torn(journal, reader.offset()));
        }
    }

    /** What stands behind the whole lines, without the zeros at the end. */
    private static long torn(Path journal, long from) throws IOException {
        long last = 0;
        try (var in = Files.newInputStream(journal)) {
            in.skipNBytes(from);
            byte[] buffer = new byte[1 << 16];
            long at = 0;
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    at++;
                    if (buffer[i] != 0) {
                        last = at;
                    }
                }
            }
        }
        return last;
    }
}
