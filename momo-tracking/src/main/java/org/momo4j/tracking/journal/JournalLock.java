package org.momo4j.tracking.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets one writer have a journal. The lock is on a file of its own: a lock on the journal itself would be lost as soon as anyone
 * in this process closes the journal after reading it.
 */
record JournalLock(FileChannel channel) implements Closeable {
    /** @throws IllegalArgumentException if somebody else has it */
    static JournalLock of(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve("journal.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new OverlappingFileLockException();
            }
            return new JournalLock(channel);
        } catch (OverlappingFileLockException taken) {
            channel.close();
            throw new IllegalArgumentException(folder + " is being written by another tracker");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
