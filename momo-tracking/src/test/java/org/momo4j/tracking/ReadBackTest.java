package org.momo4j.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.momo4j.tracking.journal.Outbox;
import org.momo4j.tracking.mlflow.MlflowSettings;
import org.momo4j.tracking.server.RealServer;
import org.momo4j.tracking.server.Recorded;
import org.momo4j.tracking.server.Replica;
import org.momo4j.tracking.server.SharedServer;

/** What is at the edge of what MLflow takes, logged by a tracker and read back from a real server. */
@ExtendWith(SharedServer.class)
class ReadBackTest {
    private static final String EXPERIMENT = "edges";
    private static final String LONGEST_KEY = "k".repeat(250);
    private static final String LONGEST_PARAM = "ü".repeat(6000);
    private static final String TOO_LONG = "p".repeat(6001);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void itIsThere(RealServer server) throws IOException {
        try (Tracking tracking = new TrackingSettings(folder, EXPERIMENT).to(MlflowSettings.of(server.uri())).open()) {
            try (Tracker tracker = tracking.run("run")) {
                log(tracker);
            }
            assertTrue(tracking.await(Duration.ofMinutes(2)));
            assertEquals(0, tracking.delivered().refused());
        }
        Replica replica = Replica.of(new Outbox(folder.resolve(EXPERIMENT).resolve("run/tracking")));
        Replica.assertExact(server, EXPERIMENT, List.of(replica));
        assertAsLogged(server.runs(EXPERIMENT).getFirst());
    }

    private static void log(Tracker tracker) {
        tracker.metric("loss", 1, 0.1);
        tracker.metric("loss", 2, Double.NaN);
        tracker.metric("loss", 3, Double.POSITIVE_INFINITY);
        tracker.metric("loss", 4, Double.NEGATIVE_INFINITY);
        tracker.metric("loss", 5, Double.MIN_VALUE);
        tracker.metric(LONGEST_KEY, 1, 1);
        tracker.metric("größe/κ 中:x-1.0_", 1, 2);
        tracker.tag("naïve 標籤", "ünïcödé \uD83D\uDE80 \"quoted\"\nline");
        tracker.param("longest", LONGEST_PARAM);
        tracker.param("longer", TOO_LONG);
        tracker.param(LONGEST_KEY, "value");
        for (String refused : List.of("a@b", "a,b", "a//b", "../a", "k".repeat(251), "")) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                    () -> tracker.metric(refused, 1, 1));
            assertTrue(e.getMessage().startsWith("the metric \""), e.getMessage());
        }
    }

    private static void assertAsLogged(Recorded.Run run) throws IOException {
        Map<Long, Double> loss = run.metrics().stream().filter(m -> m.key().equals("loss"))
                .collect(Collectors.toMap(Recorded.Metric::step, Recorded.Metric::value, (a, _) -> a, TreeMap::new));
        assertEquals(Map.of(1L, 0.1, 2L, Double.NaN, 3L, Double.MAX_VALUE, 4L, -Double.MAX_VALUE, 5L,
                Double.MIN_VALUE), loss);
        assertEquals("2", run.tags().get("momo.non_finite_at_step"));
        assertEquals("loss", run.tags().get("momo.non_finite_metric"));
        assertEquals("ünïcödé \uD83D\uDE80 \"quoted\"\nline", run.tags().get("naïve 標籤"));
        assertEquals(LONGEST_PARAM, run.params().get("longest"));
        assertEquals("value", run.params().get(LONGEST_KEY));
        String digest = HexFormat.of()
                .formatHex(ArtifactStore.sha256().digest(TOO_LONG.getBytes(StandardCharsets.UTF_8)));
        String shown = run.params().get("longer");
        assertTrue(shown.startsWith("p".repeat(5000)) && shown.contains(digest) && shown.length() <= 6000, shown);
        assertEquals(Map.of("params/longer.txt", digest), run.artifacts());
    }
}
