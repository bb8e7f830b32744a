package org.momo4j.tracking.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppendFileTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 65_535, 65_536, 65_537, 200_000})
    void whatIsAddedAcrossRoomsIsThere(int largest) throws IOException {
        Path file = folder.resolve("file");
        Random random = new Random(largest);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        int pieces = Math.clamp(20_000_000 / largest, 10, 30_000);
        try (AppendFile out = new AppendFile(file, 0)) {
            for (int i = 0; i < pieces; i++) {
                byte[] piece = new byte[largest];
                random.nextBytes(piece);
                int length = i % 3 == 0 ? largest : random.nextInt(largest + 1);
                out.append(piece, length);
                expected.write(piece, 0, length);
                assertEquals(expected.size(), out.size());
                if (i % 1000 == 999) {
                    assertEquals(expected.size(), out.force());
                    assertEquals(expected.size(), out.force(), "nothing new");
                }
            }
            byte[] there = Files.readAllBytes(file);
            assertArrayEquals(expected.toByteArray(), Arrays.copyOf(there, expected.size()), "while it is open");
            for (int i = expected.size(); i < there.length; i++) {
                assertEquals(0, there[i], "room is zeros");
            }
        }
        assertArrayEquals(expected.toByteArray(), Files.readAllBytes(file));
    }

    @Test
    void nothingAddedIsNothingThere() throws IOException {
        Path file = folder.resolve("file");
        try (AppendFile out = new AppendFile(file, 0)) {
            assertEquals(0, out.force());
            assertEquals(0, out.size());
        }
        assertEquals(0, Files.size(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, 70_000})
    void itGoesOnBehindWhatIsKept(int kept) throws IOException {
        byte[] before = new byte[100_000];
        new Random(1).nextBytes(before);
        Path file = Files.write(folder.resolve("file"), before);
        try (AppendFile out = new AppendFile(file, kept)) {
            assertEquals(kept, Files.size(file), "the rest is cut off");
            out.append(new byte[]{1, 2, 3}, 2);
            assertEquals(kept + 2, out.force());
        }
        byte[] expected = Arrays.copyOf(before, kept + 2);
        expected[kept] = 1;
        expected[kept + 1] = 2;
        assertArrayEquals(expected, Files.readAllBytes(file));
    }

    @Test
    void forcingWhileAnotherAddsLosesNothing() throws IOException, InterruptedException, ExecutionException {
        Path file = folder.resolve("file");
        byte[] all = new byte[40_000_000];
        new Random(2).nextBytes(all);
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        try (ExecutorService other = Executors.newSingleThreadExecutor();
                AppendFile out = new AppendFile(file, 0)) {
            Future<Integer> forces = other.submit((Callable<Integer>) () -> {
                int count = 0;
                long before = 0;
                while (!done.get()) {
                    long there = out.force();
                    assertTrue(there >= before && there <= out.size(), before + ", then " + there);
                    before = there;
                    count++;
                    begun.countDown();
                }
                return count;
            });
            begun.await();
            byte[] piece = new byte[977];
            for (int at = 0; at < all.length; at += piece.length) {
                int length = Math.min(piece.length, all.length - at);
                System.arraycopy(all, at, piece, 0, length);
                out.append(piece, length);
            }
            done.set(true);
            assertTrue(forces.get() > 1);
        }
        assertArrayEquals(all, Files.readAllBytes(file));
    }

    @Test
    void anInterruptDoesNotCloseTheFile() throws IOException, InterruptedException, ExecutionException {
        Path file = folder.resolve("file");
        byte[] piece = new byte[50_000];
        Arrays.fill(piece, (byte) 7);
        int pieces = 200;
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            AtomicBoolean done = new AtomicBoolean();
            Thread worker = Thread.currentThread();
            Future<?> interrupts = other.submit(() -> {
                while (!done.get()) {
                    worker.interrupt();
                    Thread.yield();
                }
            });
            try (AppendFile out = new AppendFile(file, 0)) {
                for (int i = 0; i < pieces; i++) {
                    worker.interrupt();
                    out.append(piece, piece.length);
                    assertTrue(Thread.interrupted(), "the interrupt is for others to see");
                    worker.interrupt();
                    out.force();
                }
                worker.interrupt();
            } finally {
                done.set(true);
                Thread.interrupted();
            }
            Thread.interrupted();
            interrupts.get();
        }
        assertFalse(Thread.interrupted());
        byte[] there = Files.readAllBytes(file);
        assertEquals((long) pieces * piece.length, there.length);
        for (byte b : there) {
            assertEquals(7, b);
        }
    }
}
