package org.momo4j.tracking.server;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The MLflow that is installed for tests; nothing is downloaded. */
final class Mlflow {
    private static final Path ENVIRONMENT = Path.of(System.getProperty("user.home"), ".cache", "momo", "mlflow-3.18.0");

    private Mlflow() {}

    static Path program() {
        return ENVIRONMENT.resolve("bin").resolve("mlflow");
    }

    /** Skips a test where it is missing, and fails it where MOMO_REQUIRE_ALL is set. */
    static void require() {
        boolean isThere = Files.isExecutable(program());
        String missing = "no real MLflow server is asked: it comes with `python3 -m venv ~/.cache/momo/mlflow-3.18.0` and "
                + "`~/.cache/momo/mlflow-3.18.0/bin/pip install mlflow==3.18.0`";
        if (System.getenv("MOMO_REQUIRE_ALL") != null) {
            assertTrue(isThere, missing + "; MOMO_REQUIRE_ALL forbids to skip");
        }
        assumeTrue(isThere, missing);
    }
}
