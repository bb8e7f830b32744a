package org.momo4j.lab.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/** A vector in NumPy's {@code .npy} format, version 1.0: a header of 128 bytes, and the elements, least significant byte first. */
final class NpyFormat {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int HEADER = 118;
    private static final int CHUNK = 1 << 16;
    private static final Pattern DESCRIPTION = Pattern
            .compile("\\{'descr': '<f([48])', 'fortran_order': False, 'shape': \\((\\d+),\\), \\} *\n");
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);

    private NpyFormat() {}

    static void write(FlatVector vector, OutputStream out) throws IOException {
        String description = "{'descr': '<f" + vector.type().bytes() + "', 'fortran_order': False, 'shape': ("
                + vector.size() + ",), }";
        out.write(MAGIC);
        out.write(HEADER);
        out.write(0);
        out.write((description + " ".repeat(HEADER - 1 - description.length()) + "\n")
                .getBytes(StandardCharsets.US_ASCII));
        byte[] chunk = new byte[CHUNK];
        MemorySegment memory = vector.segment();
        for (long at = 0; at < memory.byteSize(); at += CHUNK) {
            int length = (int) Math.min(CHUNK, memory.byteSize() - at);
            copy(vector.type(), memory, at, MemorySegment.ofArray(chunk), length, true);
            out.write(chunk, 0, length);
        }
    }

    static FlatVector read(InputStream in) throws IOException {
        byte[] start = exactly(in, MAGIC.length + 2);
        if (!java.util.Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IOException("not in the npy format, version 1.0");
        }
        int length = (start[MAGIC.length] & 0xff) | (start[MAGIC.length + 1] & 0xff) << 8;
        String description = new String(exactly(in, length), StandardCharsets.US_ASCII);
        Matcher header = DESCRIPTION.matcher(description);
        if (!header.matches()) {
            throw new IOException("not a flat array of float32 or float64: " + description.strip());
        }
        ElementType type = header.group(1).equals("4") ? ElementType.FLOAT32 : ElementType.FLOAT64;
        FlatVector vector = FlatVector.zeros(type, Long.parseLong(header.group(2)));
        MemorySegment memory = vector.segment();
        for (long at = 0; at < memory.byteSize(); at += CHUNK) {
            byte[] chunk = exactly(in, (int) Math.min(CHUNK, memory.byteSize() - at));
            copy(type, memory, at, MemorySegment.ofArray(chunk), chunk.length, false);
        }
        return vector;
    }

    /** Copies elements between memory in the order of this machine and bytes in the order of the file. */
    private static void copy(ElementType type, MemorySegment memory, long at, MemorySegment chunk, int length,
            boolean out) {
        MemorySegment part = memory.asSlice(at, length);
        ValueLayout file = type == ElementType.FLOAT32 ? INT : LONG;
        ValueLayout here = file.withOrder(ByteOrder.nativeOrder());
        long count = length / type.bytes();
        if (out) {
            MemorySegment.copy(part, here, 0, chunk, file, 0, count);
        } else {
            MemorySegment.copy(chunk, file, 0, part, here, 0, count);
        }
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("ends too early");
        }
        return bytes;
    }
}
