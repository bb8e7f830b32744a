package org.momo4j.tracking;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.momo4j.tracking.journal.Outbox;
import org.momo4j.tracking.mlflow.MlflowSettings;

/**
 * The time to log a million values, and to bring them to a server that runs already. Prints both; no test, since times are not
 * asserted.
 */
final class UploadSpeed {
    private UploadSpeed() {}

    /** {@code SERVER VALUES}. */
    public static void main(String[] arguments) throws IOException {
        int values = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("momo-upload");
        TrackingSettings settings = new TrackingSettings(folder, folder.getFileName().toString())
                .messages(System.out::println);
        Path run = folder.resolve(settings.experiment()).resolve("run/tracking");
        long begun = System.nanoTime();
        try (Tracking tracking = settings.open(); Tracker tracker = tracking.run("run")) {
            for (int i = 0; i < values; i++) {
                tracker.metric("train_loss", i, 1.0 / (i + 1));
            }
        }
        double journal = (System.nanoTime() - begun) / 1e9;
        System.out.printf("%d values in the journal, on the disk: %.2f s%n", values, journal);
        try (Tracking tracking = settings.to(MlflowSettings.of(URI.create(arguments[0]))).open()) {
            begun = System.nanoTime();
            tracking.resume(new Outbox(run), "run", Optional.empty(),
                    InstantSource.system()).suspend();
            boolean all = tracking.await(Duration.ofHours(1));
            double upload = (System.nanoTime() - begun) / 1e9;
            System.out.printf("%s: %s, %.0f values a second%n", all ? "delivered" : "not delivered",
                    tracking.delivered(), values / upload);
        }
    }
}
