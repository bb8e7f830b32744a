package org.momo4j.nn.data.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Small files as the formats are defined, written without the code that is tested. */
public final class Written {
    private Written() {}

    /** An IDX file of images: magic number, sizes, pixels. */
    public static byte[] idxImages(int count, int height, int width, long seed) {
        byte[] pixels = pixels(count * height * width, seed);
        return ByteBuffer.allocate(16 + pixels.length).putInt(0x803).putInt(count).putInt(height).putInt(width)
                .put(pixels)
                .array();
    }

    /** An IDX file of labels. */
    public static byte[] idxLabels(int... labels) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + labels.length).putInt(0x801).putInt(labels.length);
        for (int label : labels) {
            bytes.put((byte) label);
        }
        return bytes.array();
    }

    /** Records of CIFAR: the labels of each, then an image. */
    public static byte[] cifar(long seed, int[]... labels) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < labels.length; i++) {
            for (int label : labels[i]) {
                bytes.write(label);
            }
            bytes.writeBytes(pixels(3 * 32 * 32, seed + i));
        }
        return bytes.toByteArray();
    }

    /** Bytes of all values. */
    public static byte[] pixels(int count, long seed) {
        byte[] pixels = new byte[count];
        new Random(seed).nextBytes(pixels);
        return pixels;
    }

    /** The same, packed. */
    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static DataFile file(String name, byte[] bytes) {
        return DataFile.of(name, () -> new ByteArrayInputStream(bytes));
    }
}
