package org.momo4j.lab.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.testkit.Bits;

class CheckpointsTest {
    private static final String PLAN = "plan";

    @TempDir
    private Path folder = Path.of("");
    private Checkpoints checkpoints = new Checkpoints(folder);
    private final List<String> damages = new ArrayList<>();

    @BeforeEach
    void open() {
        checkpoints = new Checkpoints(folder);
    }

    @Test
    void everythingComesBackBitByBit() throws IOException {
        State state = exotic();
        checkpoints.save(new Checkpoint(PLAN, state));
        State read = checkpoints.load(PLAN, damages::add).getFirst().state();
        assertEquals(Bits.of(state), Bits.of(read));
        assertTrue(damages.isEmpty());
    }

    private static State exotic() {
        return State.version(3).with("a", 0.1).with("minus zero", -0.0).with("nan", Double.NaN)
                .with("inf", Double.POSITIVE_INFINITY).with("-inf", Double.NEGATIVE_INFINITY)
                .with("large", 0x1p53 + 2).with("tiny", Double.MIN_VALUE)
                .with("x", FlatVector.of(1.5, -0.0, Double.NaN, 1e-310)).with("x/", FlatVector.of(2))
                .with("none", FlatVector.of())
                .with("long", FlatVector.zeros(ElementType.FLOAT64, 20_000))
                .with("part", State.version(2).with("x", FlatVector.of(ElementType.FLOAT32, 0.1, -3e38))
                        .with("part", State.empty()));
    }

    @Test
    void numpyReadsTheEntries() throws IOException {
        checkpoints.save(new Checkpoint(PLAN, exotic()));
        try (ZipFile zip = new ZipFile(folder.resolve("checkpoint.npz").toFile())) {
            byte[] entry = zip.getInputStream(zip.getEntry("part/x.npy")).readAllBytes();
            assertEquals(128 + 8, entry.length);
            assertArrayEquals(new byte[]{(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0},
                    java.util.Arrays.copyOf(entry, 10));
            String header = new String(entry, 10, 118, StandardCharsets.US_ASCII);
            assertTrue(header.startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }  ")
                    && header.endsWith(" \n"), header);
            ByteBuffer data = ByteBuffer.wrap(entry, 128, 8).order(ByteOrder.LITTLE_ENDIAN);
            assertEquals(0.1f, data.getFloat());
            assertEquals(-3e38f, data.getFloat());
            String json = new String(zip.getInputStream(zip.getEntry("state.json")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertTrue(json.contains("\"nan\" : \"NaN\"") && json.contains("\"a\" : 0.1,"), json);
        }
    }

    @Test
    void npyOfOthersIsRefused() {
        byte[] integers = npy("{'descr': '<i8', 'fortran_order': False, 'shape': (0,), }");
        var refused = org.junit.jupiter.api.Assertions.assertThrows(IOException.class,
                () -> NpyFormat.read(new ByteArrayInputStream(integers)));
        assertTrue(refused.getMessage().startsWith("not a flat array of float32 or float64: {'descr': '<i8'"));
    }

    private static byte[] npy(String header) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[]{(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) (header.length() + 1), 0});
        out.writeBytes((header + "\n").getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    @Test
    void theTwoNewestAreKept() throws IOException {
        for (int i = 1; i <= 3; i++) {
            checkpoints.save(numbered(i));
        }
        assertEquals(List.of(3.0, 2.0), numbers());
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void whateverByteIsChangedTheOneBeforeIsUsed() throws IOException {
        checkpoints.save(numbered(1));
        checkpoints.save(numbered(2));
        Path newest = folder.resolve("checkpoint.npz");
        byte[] whole = Files.readAllBytes(newest);
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            Files.write(newest, changed);
            assertEquals(List.of(1.0), numbers(), "byte " + i);
        }
        assertEquals(newest + " is damaged and not used", damages.getFirst());
    }

    @Test
    void whereverItIsCutTheOneBeforeIsUsed() throws IOException {
        checkpoints.save(numbered(1));
        checkpoints.save(numbered(2));
        Path newest = folder.resolve("checkpoint.npz");
        byte[] whole = Files.readAllBytes(newest);
        for (int length = 0; length < whole.length; length++) {
            Files.write(newest, java.util.Arrays.copyOf(whole, length));
            assertEquals(List.of(1.0), numbers(), "length " + length);
        }
        Files.write(newest, java.util.Arrays.copyOf(whole, whole.length + 1));
        assertEquals(List.of(1.0), numbers());
        assertFalse(damages.isEmpty());
    }

    @Test
    void thatOfAnotherPlanIsNotUsed() throws IOException {
        checkpoints.save(new Checkpoint("another", State.empty()));
        assertTrue(checkpoints.load(PLAN, damages::add).isEmpty());
        assertTrue(damages.getFirst().endsWith("checkpoint.npz belongs to another run and is not used"));
    }

    private static Checkpoint numbered(int i) {
        return new Checkpoint(PLAN, State.version(1).with("number", i).with("x", FlatVector.of(i)));
    }

    private List<Double> numbers() throws IOException {
        return checkpoints.load(PLAN, damages::add).stream().map(c -> c.state().scalar("number")).toList();
    }
}
