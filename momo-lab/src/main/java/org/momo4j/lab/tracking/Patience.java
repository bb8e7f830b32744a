package org.momo4j.lab.tracking;

import java.time.Duration;
import java.util.function.Consumer;
import org.momo4j.tracking.Tracking;
import org.momo4j.tracking.mlflow.Delivered;

/** Waits for a server for as long as it takes something now and then. */
public final class Patience {
    private static final Duration LOOK = Duration.ofMillis(250);

    private Patience() {}

    /**
     * Waits until everything is delivered, or the server has taken nothing for so long.
     *
     * @param tracking what is to be delivered
     * @param most     how long it may take nothing
     * @param watcher  told several times a second how far it is
     */
    public static Delivered await(Tracking tracking, Duration most, Consumer<Delivered> watcher) {
        Delivered before = tracking.delivered();
        long since = System.nanoTime();
        while (!tracking.await(LOOK)) {
            Delivered now = tracking.delivered();
            watcher.accept(now);
            if (now.values() != before.values() || now.waiting() != before.waiting()) {
                before = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since >= most.toNanos()) {
                return now;
            }
        }
        return tracking.delivered();
    }
}
