package org.momo4j.nn.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How PyTorch comes into a process. */
class PyTorchTest {
    @TempDir
    Path empty;

    @Test
    void loadingAsksNobody() throws Exception {
        Natives.require();
        String printed = ChildJvm.run(Loading.class, List.of("-Dai.djl.pytorch.num_threads=1"), jar -> true);
        assertTrue(printed.contains("loaded with 1 threads"), printed);
        assertFalse(printed.contains("asked for"), printed);
    }

    /** Shows that the test above would see it. */
    @Test
    void withoutOurSettingDjlAsks() throws Exception {
        Natives.require();
        String printed = ChildJvm.run(Loading.class, List.of("-Dai.djl.offline=false"), jar -> true);
        assertTrue(printed.contains("asked for"), printed);
    }

    @Test
    void withoutNativesItIsRefusedInASentence() throws Exception {
        String printed = ChildJvm.run(Loading.class, List.of("-DDJL_CACHE_DIR=" + empty),
                jar -> !jar.contains("pytorch-native") && !jar.contains("pytorch-jni"));
        assertTrue(printed.contains("refused: PyTorch cannot be loaded ("), printed);
        assertTrue(printed.contains("must be on the class path"), printed);
        assertFalse(printed.contains("asked for"), printed);
    }

    @Test
    void threads() {
        Natives.require();
        PyTorch.threads(2);
        assertEquals(2, PyTorch.threads());
        PyTorch.threads(1);
        assertEquals(1, PyTorch.threads());
        assertThrows(IllegalArgumentException.class, () -> PyTorch.threads(0));
    }

    /** The number holds for threads that come later too. */
    @Test
    void threadsOfOtherThreads() throws Exception {
        Natives.require();
        int[] seen = new int[1];
        Thread other = new Thread(() -> seen[0] = PyTorch.threads());
        other.start();
        other.join();
        assertEquals(1, seen[0]);
    }
}
