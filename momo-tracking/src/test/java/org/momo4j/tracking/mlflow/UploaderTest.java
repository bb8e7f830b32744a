package org.momo4j.tracking.mlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.tracking.stub.StubServer;

/** Delivery to a server that does as it should. */
class UploaderTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final List<String> messages = new CopyOnWriteArrayList<>();

    @Test
    void everythingArrivesOnceAndNothingIsLeft() {
        try (StubServer server = StubServer.start();
                Uploader uploader = new Uploader(MlflowSettings.of(server.uri()), messages::add)) {
            ExampleRun replica = ExampleRun.written(folder.resolve("run"), "exp", "u-1");
            uploader.follow(replica.journal().outbox(), replica.journal()::length);
            assertTrue(uploader.await(LONG), messages::toString);
            replica.assertIsOn(server);
            assertEquals(List.of(), messages);
            assertEquals(0, uploader.delivered().waiting());
        }
    }
}
