package org.momo4j.lab.run;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import org.momo4j.api.provider.Choice;
import org.momo4j.lab.catalogue.Catalogues;

/** The engines of networks, whose native libraries not every machine has. */
public final class Engines {
    private Engines() {}

    /** Skips a test where the objective's engine cannot be loaded, and fails it where MOMO_REQUIRE_ALL is set. */
    public static void require(Choice objective, Catalogues installed) {
        try {
            HeldObjective.create(objective, installed.objectives());
        } catch (IllegalArgumentException e) {
            if (!String.valueOf(e.getMessage()).startsWith("engine is ")) {
                throw e;
            }
            if (System.getenv("MOMO_REQUIRE_ALL") != null) {
                fail(e.getMessage() + ", and MOMO_REQUIRE_ALL forbids to skip", e);
            }
            abort(e.getMessage());
        }
    }
}
