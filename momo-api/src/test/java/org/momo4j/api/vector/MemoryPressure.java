package org.momo4j.api.vector;

import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes the garbage collector and its cleaners run, then fills freed native memory with other data. */
public final class MemoryPressure {
    private static final int ATTEMPTS = 200;
    private static final double OTHER = -77.25;

    private MemoryPressure() {}

    /**
     * Collects until an object that became unreachable before the call was seen to be cleaned, several times over, then
     * allocates many blocks of {@code bytes} bytes and overwrites them, so that memory freed too early shows other data.
     *
     * @return the blocks; keep them reachable while looking at the memory under test
     */
    public static List<FlatVector> apply(long bytes) throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            awaitCleaning();
        }
        List<FlatVector> blocks = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            FlatVector block = FlatVector.zeros(ElementType.FLOAT64, Math.max(1, bytes / Double.BYTES));
            block.fill(OTHER);
            blocks.add(block);
        }
        return blocks;
    }

    private static void awaitCleaning() throws InterruptedException {
        AtomicBoolean cleaned = new AtomicBoolean();
        Cleaner.create().register(new Object(), () -> cleaned.set(true));
        for (int i = 0; i < ATTEMPTS && !cleaned.get(); i++) {
            System.gc();
            Thread.sleep(2);
        }
        if (!cleaned.get()) {
            throw new IllegalStateException("the garbage collector did not run; this test would show nothing");
        }
    }
}
