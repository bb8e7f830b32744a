package org.momo4j.tracking.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets one writer have a journal. The locks are on files of their own: the system takes a lock away as soon as anyone in this
 * process closes the locked file, after reading it, say. Even a second writer here, refused, would do that to the first one; so
 * there are two files. The first is refused by this process itself, which does not forget; only who has it opens the second.
 *
 * @param inside keeps others in this process away
 * @param across keeps other processes away
 */
record JournalLock(FileChannel inside, FileChannel across) implements Closeable {
    /** @throws IllegalArgumentException if somebody else has it */
    static JournalLock of(Path folder) throws IOException {
        FileChannel inside = locked(folder, "journal.process.lock");
        try {
            return new JournalLock(inside, locked(folder, "journal.lock"));
        } catch (IOException | RuntimeException e) {
            inside.close();
            throw e;
        }
    }

    private static FileChannel locked(Path folder, String name) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new OverlappingFileLockException();
            }
            return channel;
        } catch (OverlappingFileLockException taken) {
            channel.close();
            throw new IllegalArgumentException(folder + " is being written by another tracker");
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try (inside) {
            across.close();
        }
    }
}
