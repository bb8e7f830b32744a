package org.momo4j.tracking.mlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.tracking.server.RealServer;
import org.momo4j.tracking.server.SharedServer;

/** Delivery to a real server. */
@ExtendWith(SharedServer.class)
class RealServerDeliveryTest {
    private static final Duration LONG = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    private final List<String> messages = new CopyOnWriteArrayList<>();

    @Test
    void everythingArrivesOnceAndNothingIsLeft(RealServer server) {
        try (Uploader uploader = new Uploader(MlflowSettings.of(server.uri()), messages::add)) {
            Replica replica = Replica.written(folder.resolve("run"), "real-everything", "u-1");
            uploader.follow(replica.journal().outbox(), replica.journal()::length);
            assertTrue(uploader.await(LONG), messages::toString);
            replica.assertIsOn(server);
            assertEquals(List.of(), messages);
        }
    }
}
