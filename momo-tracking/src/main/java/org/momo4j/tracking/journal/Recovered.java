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

    /**
     * Says what will be cut off. Whole lines among that, behind one that is damaged, are not what a kill leaves: they are copied
     * to a file beside the journal first.
     *
     * @return a sentence; empty if nothing is torn
     */
    Optional<String> repair(Path journal) throws IOException {
        if (torn == 0) {
            return Optional.empty();
        }
        byte[] tail = tail(journal);
        if (!hasLineEnd(tail)) {
            return Optional.of(journal + " ended in a torn line; its " + torn + " bytes are cut off");
        }
        Path aside = Files.write(journal.resolveSibling("journal.damaged-at-" + bytes + ".jsonl"), tail);
        return Optional
                .of(journal + " is damaged at byte " + bytes + "; what stands there and behind is moved to " + aside);
    }

    private byte[] tail(Path journal) throws IOException {
        try (var in = Files.newInputStream(journal)) {
            in.skipNBytes(bytes);
            return in.readNBytes(Math.toIntExact(torn));
        }
    }

    private static boolean hasLineEnd(byte[] tail) {
        for (byte b : tail) {
            if (b == '\n') {
                return true;
            }
        }
        return false;
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
