package org.momo4j.core.kernel.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KernelsTest {
    @Test
    @DisplayName("vectors where there are vectors, plain loops elsewhere, and either by force")
    void chooses() {
        assertEquals(Kernels.VECTOR, Kernels.choose("", true));
        assertEquals(Kernels.PLAIN, Kernels.choose("", false));
        assertEquals(Kernels.PLAIN, Kernels.choose("plain", true));
        assertEquals(Kernels.VECTOR, Kernels.choose("vector", true));
    }

    @Test
    @DisplayName("what cannot be had is said in one sentence")
    void refuses() {
        assertEquals("momo.kernel is vector, which needs Java to be started with --add-modules jdk.incubator.vector",
                assertThrows(IllegalArgumentException.class, () -> Kernels.choose("vector", false)).getMessage());
        assertEquals("momo.kernel is 'gpu'; it must be vector or plain, or not set",
                assertThrows(IllegalArgumentException.class, () -> Kernels.choose("gpu", true)).getMessage());
    }
}
