package org.momo4j.api.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Memory lives as long as anything that can see it, and no longer. */
class FlatVectorLifetimeTest {
    private static final int SIZE = 100_003;

    /** A vector over memory that is overwritten, not freed, when nobody can see it any more: losing it is then seen. */
    private static final class Owned {
        final FlatVector backing = FlatVector.zeros(ElementType.FLOAT64, SIZE);
        final AtomicBoolean released = new AtomicBoolean();

        @SuppressWarnings("restricted") // the only way to learn when memory is given up
        FlatVector lend() {
            backing.fill(1.5);
            MemorySegment bare = MemorySegment.ofAddress(backing.segment().address());
            AtomicBoolean flag = released;
            return FlatVector.over(bare.reinterpret(backing.segment().byteSize(), Arena.ofAuto(),
                    segment -> flag.set(true)), ElementType.FLOAT64);
        }
    }

    @Test
    void aSliceKeepsTheMemoryOfItsParent() throws InterruptedException {
        Owned owned = new Owned();
        FlatVector slice = owned.lend().slice(10, SIZE - 20).slice(5, 100);
        List<FlatVector> pressure = MemoryPressure.apply(1000);
        assertEquals(false, owned.released.get());
        assertEquals(1.5, slice.get(99));
        Reference.reachabilityFence(slice);
        Reference.reachabilityFence(pressure);
    }

    @Test
    void aBareSegmentKeepsItsMemory() throws InterruptedException {
        Owned owned = new Owned();
        MemorySegment segment = owned.lend().slice(10, 50).segment();
        List<FlatVector> pressure = MemoryPressure.apply(1000);
        assertEquals(false, owned.released.get());
        assertEquals(1.5, segment.getAtIndex(ValueLayout.JAVA_DOUBLE, 49));
        Reference.reachabilityFence(segment);
        Reference.reachabilityFence(pressure);
    }

    @Test
    void memoryIsGivenUpWithTheLastThatSeesIt() throws InterruptedException {
        Owned owned = new Owned();
        owned.lend().slice(10, 50);
        List<FlatVector> pressure = MemoryPressure.apply(1000);
        assertEquals(true, owned.released.get(), "or the two tests above could not fail");
        Reference.reachabilityFence(pressure);
    }

    @Test
    void freshMemorySurvivesItsVector() throws InterruptedException {
        MemorySegment segment = filled().segment();
        FlatVector slice = filled().slice(1, SIZE - 2);
        List<FlatVector> pressure = MemoryPressure.apply((long) SIZE * Double.BYTES);
        for (int i = 0; i < SIZE; i++) {
            assertEquals(i, segment.getAtIndex(ValueLayout.JAVA_DOUBLE, i));
        }
        for (int i = 0; i < SIZE - 2; i++) {
            assertEquals(i + 1, slice.get(i));
        }
        Reference.reachabilityFence(pressure);
    }

    private static FlatVector filled() {
        FlatVector vector = FlatVector.zeros(ElementType.FLOAT64, SIZE);
        for (int i = 0; i < SIZE; i++) {
            vector.set(i, i);
        }
        return vector;
    }
}
