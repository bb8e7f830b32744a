package org.momo4j.tracking.mlflow;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what happens in its own time. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Eventually() {}

    /**
     * Fails unless it is so within a minute.
     *
     * @param what      for people
     * @param is        whether it is so
     * @param otherwise what is to be seen, if not
     */
    static void is(String what, Callable<Boolean> is, Callable<?> otherwise) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!is.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(what + ": " + otherwise.call());
            }
            Thread.sleep(PAUSE);
        }
    }
}
