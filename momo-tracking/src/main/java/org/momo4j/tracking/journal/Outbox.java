package org.momo4j.tracking.journal;

import java.nio.file.Path;

/**
 * The folder of a tracked run: its journal, the content of its artifacts, and, for every server that it is sent to, how far
 * that has come.
 *
 * @param folder where they are
 */
public record Outbox(Path folder) {
    /** The journal. */
    public Path journal() {
        return folder.resolve("journal.jsonl");
    }

    /** The content of an artifact, by its digest. */
    public Path artifact(String digest) {
        return folder.resolve("artifacts").resolve(digest);
    }
}
