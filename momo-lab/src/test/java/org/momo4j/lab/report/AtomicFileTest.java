package org.momo4j.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @Test
    void aFailureLeavesWhatWasThere(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("f");
        AtomicFile.write(file, out -> out.write('a'));
        assertThrows(IOException.class, () -> AtomicFile.write(file, out -> {
            out.write('b');
            throw new IOException("disk full");
        }));
        assertEquals("a", Files.readString(file));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "no temporary file is left");
        }
    }
}
