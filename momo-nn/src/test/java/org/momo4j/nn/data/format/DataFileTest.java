package org.momo4j.nn.data.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFileTest {
    private static final byte[] TEXT = "1 1:2\n3".getBytes(StandardCharsets.UTF_8);

    @Test
    void lengthAndLinesAreThoseOfTheContentAndTheDigestThatOfTheFile(@TempDir Path dir) throws IOException {
        DataFile plain = DataFile.of(Files.write(dir.resolve("a"), TEXT));
        assertEquals(7, plain.length());
        assertEquals(2, plain.lines());
        // printf '1 1:2\n3' | sha256sum
        assertEquals("6f7926d93da9317b9e6de9364eee3596b0f276a0f5d1613ae99336ec452c039f", plain.sha256());
        DataFile packed = DataFile.of(Files.write(dir.resolve("b"), Written.gzip(TEXT)));
        assertEquals(7, packed.length());
        assertEquals(2, packed.lines());
        // gzip packs not everywhere to the same bytes
        assertEquals(Sha256.of(Written.gzip(TEXT)), packed.sha256());
    }

    @Test
    void whatIsNoFileIsSaidSo(@TempDir Path dir) {
        Path missing = dir.resolve("missing");
        assertEquals(missing + " does not exist; a file is needed",
                assertThrows(IllegalArgumentException.class, () -> DataFile.of(missing)).getMessage());
        assertEquals(dir + " is a directory; a file is needed",
                assertThrows(IllegalArgumentException.class, () -> DataFile.of(dir)).getMessage());
    }

    @Test
    void aDeviceIsNotReadForEver() {
        Path zero = Path.of("/dev/zero");
        assumeTrue(Files.exists(zero), "there is no /dev/zero here");
        assertEquals("/dev/zero is a pipe or a device; a regular file is needed",
                assertThrows(IllegalArgumentException.class, () -> DataFile.of(zero)).getMessage());
    }

    @Test
    void aForbiddenFileIsAWrongInputAndAFailingDiskIsNot() {
        assertEquals("f may not be read; permission to read it is needed",
                assertThrows(IllegalArgumentException.class, () -> DataFile.of("f", () -> {
                    throw new AccessDeniedException("f");
                })).getMessage());
        assertEquals("f cannot be read: Stream closed",
                assertThrows(UncheckedIOException.class, () -> DataFile.of("f", () -> {
                    InputStream closed = InputStream.nullInputStream();
                    closed.close();
                    return closed;
                })).getMessage());
    }

    @Test
    void aFileThatShrinksMeanwhileIsSaidSo(@TempDir Path dir) throws IOException {
        Path path = Files.write(dir.resolve("shrinking"), Written.cifar(1, new int[]{1}, new int[]{2}));
        DataFile file = DataFile.of(path);
        Files.write(path, Written.cifar(1, new int[]{1}));
        assertEquals(
                path + ", byte 3073: file ends; it was longer when it was opened, and must not change while it is read",
                assertThrows(IllegalArgumentException.class,
                        () -> CifarReader.CIFAR10.read("c", List.of(file))).getMessage());
    }
}
