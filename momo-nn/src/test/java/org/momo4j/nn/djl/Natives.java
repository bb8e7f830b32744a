package org.momo4j.nn.djl;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/** The native libraries of PyTorch, which not every machine has. */
final class Natives {
    private Natives() {}

    /** Skips a test where PyTorch cannot be loaded, and fails it where MOMO_REQUIRE_ALL is set. */
    static void require() {
        try {
            PyTorch.threads(1); // tests run beside others on few cores, where two threads wait for each other most of the time
        } catch (IllegalStateException e) {
            if (System.getenv("MOMO_REQUIRE_ALL") != null) {
                fail(e.getMessage() + ", and MOMO_REQUIRE_ALL forbids to skip", e);
            }
            abort(e.getMessage());
        }
    }
}
