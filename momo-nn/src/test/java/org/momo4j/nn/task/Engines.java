package org.momo4j.nn.task;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.List;

/** The engines, whose native libraries not every machine has. */
final class Engines {
    private Engines() {}

    /** Skips a test where an engine cannot be loaded, and fails it where MOMO_REQUIRE_ALL is set. */
    static void require(EngineName engine) {
        try {
            Model.MLP.network("a perceptron", engine, List.of(2L), 2);
        } catch (IllegalArgumentException e) {
            if (System.getenv("MOMO_REQUIRE_ALL") != null) {
                fail(e.getMessage() + ", and MOMO_REQUIRE_ALL forbids to skip", e);
            }
            abort(e.getMessage());
        }
    }
}
