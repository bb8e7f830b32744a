package org.momo4j.nn.data.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.momo4j.nn.data.Examples;
import org.momo4j.nn.data.ImageShape;
import org.momo4j.nn.data.Normalisation;

/** Whatever is done to a file, it is read as it was, or refused by one sentence with its name; nothing else is thrown. */
class DamagePropertiesTest {
    /** A file of each format, and what reads it. */
    enum Format {
        IDX_IMAGES(Written.idxImages(4, 3, 2, 5)) {
            @Override
            Examples read(DataFile file) {
                return IDX.read("x", file, Written.file("labels", Written.idxLabels(1, 2, 3, 4)));
            }
        },
        IDX_LABELS(Written.idxLabels(1, 2, 3, 4)) {
            @Override
            Examples read(DataFile file) {
                return IDX.read("x", Written.file("images", Written.idxImages(4, 3, 2, 5)), file);
            }
        },
        CIFAR10(Written.cifar(6, new int[]{3})) {
            @Override
            Examples read(DataFile file) {
                return CifarReader.CIFAR10.read("x", List.of(file));
            }
        },
        CIFAR100(Written.cifar(7, new int[]{3, 77})) {
            @Override
            Examples read(DataFile file) {
                return CifarReader.CIFAR100.read("x", List.of(file));
            }
        },
        CSV("1,2,3,16,4\n5,0,0,11,9\n7,8,10,12,0\n".getBytes(StandardCharsets.US_ASCII)) {
            @Override
            Examples read(DataFile file) {
                return new CsvReader(new ImageShape(1, 2, 2), 10, Normalisation.DIGITS).read("x", file);
            }
        };

        private static final IdxReader IDX = new IdxReader(10, Normalisation.MNIST);
        private final byte[] bytes;

        Format(byte[] bytes) {
            this.bytes = bytes;
        }

        abstract Examples read(DataFile file);

        byte[] bytes(boolean packed) {
            return packed ? Written.gzip(bytes) : bytes;
        }

        /** The examples, or nothing if the bytes were refused as they should be. */
        Optional<Examples> readOrRefuse(byte[] damaged) {
            try {
                return Optional.of(read(Written.file("the file", damaged)));
            } catch (IllegalArgumentException e) {
                String said = String.valueOf(e.getMessage());
                assertTrue(said.startsWith("the file") || said.startsWith("labels, byte 4: number of labels"), said);
                assertTrue(said.contains("; "), said);
                assertFalse(said.contains("\n"), said);
                assertNull(e.getCause(), said);
                return Optional.empty();
            }
        }

        void assertAsWritten(Examples examples) {
            Examples written = read(Written.file("as written", bytes));
            assertEquals(written.count(), examples.count());
            assertEquals(-1, written.features().mismatch(examples.features()));
            for (int i = 0; i < written.count(); i++) {
                assertEquals(written.label(i), examples.label(i));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileCutAnywhereIsRefused(Format format) {
        for (int length = 0; length < format.bytes.length; length++) {
            Optional<Examples> examples = format.readOrRefuse(Arrays.copyOf(format.bytes, length));
            // a CSV says nowhere how many lines it has: after a line it may end, with its line end or without
            boolean wholeLines = format == Format.CSV && List.of(10, 11, 21, 22, 33).contains(length);
            assertEquals(wholeLines, examples.isPresent(), format + " cut after " + length + " bytes");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPackedFileCutAnywhereIsRefused(Format format) {
        byte[] packed = format.bytes(true);
        for (int length = 0; length < packed.length; length++) {
            assertTrue(format.readOrRefuse(Arrays.copyOf(packed, length)).isEmpty(),
                    format + " packed, cut after " + length + " bytes");
        }
    }

    @Property(tries = 1000)
    @Label("a packed file with some byte changed is what it was, or refused")
    void gzipKeepsItsContent(@ForAll Format format, @ForAll @IntRange(max = 1 << 20) int place,
            @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] packed = format.bytes(true);
        packed[place % packed.length] ^= (byte) change;
        format.readOrRefuse(packed).ifPresent(format::assertAsWritten);
    }

    @Property(tries = 1000)
    @Label("a plain file with some bytes changed is read, or refused")
    void plainFilesMayChangeTheirPixels(@ForAll Format format, @ForAll @IntRange(max = 1 << 20) int place,
            @ForAll @Size(max = 5) byte[] change) {
        byte[] plain = format.bytes(false).clone();
        for (int i = 0; i < change.length; i++) {
            plain[(place + i) % plain.length] = change[i];
        }
        format.readOrRefuse(plain);
    }

    @Property(tries = 1000)
    @Label("any header over the pixels of an IDX file is the one that was written, or refused")
    void headers(@ForAll boolean packed, @ForAll boolean magic, @ForAll int count, @ForAll int height,
            @ForAll int width) {
        byte[] bytes = Format.IDX_IMAGES.bytes.clone();
        ByteBuffer.wrap(bytes).putInt(magic ? 0x803 : count).putInt(count).putInt(height).putInt(width);
        Format.IDX_IMAGES.readOrRefuse(packed ? Written.gzip(bytes) : bytes)
                .ifPresent(examples -> assertEquals(24, examples.count() * examples.shape().size()));
    }

    @Property(tries = 1000)
    @Label("any bytes are read or refused, after a gzip header too")
    void anyBytes(@ForAll Format format, @ForAll boolean gzip, @ForAll @Size(max = 200) byte[] bytes) {
        byte[] damaged = ByteBuffer.allocate(3 + bytes.length).put((byte) (gzip ? 0x1f : 0))
                .put((byte) 0x8b).put((byte) 8).put(bytes).array();
        format.readOrRefuse(damaged);
    }

    @Test
    void manyEmptyLinesCostNoMemory() {
        byte[] lines = new byte[1 << 20];
        Arrays.fill(lines, (byte) '\n');
        CsvReader wide = new CsvReader(new ImageShape(1, 4096, 4096), 10, Normalisation.DIGITS);
        Optional<String> said = Optional.empty();
        try {
            wide.read("x", Written.file("f", lines)); // a room for each line would be 64 TiB
        } catch (IllegalArgumentException e) {
            said = Optional.of(e.getMessage());
        }
        assertEquals(Optional.of("f:1: line ends after column 1; it must have 16777217, the last of them the label"),
                said);
    }
}
