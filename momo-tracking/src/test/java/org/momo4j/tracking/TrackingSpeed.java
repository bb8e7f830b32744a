package org.momo4j.tracking;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measures logging: nanoseconds a value, one by one and eight by eight, and the time to close. Not a test. */
final class TrackingSpeed {
    private static final int VALUES = 1_000_000;
    private static final int TOGETHER = 8;
    private static final int ROUNDS = 3;

    private TrackingSpeed() {}

    /** {@code FOLDER}: runs are recorded there, some hundred megabytes in all. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true);
        try (Tracking tracking = new TrackingSettings(Path.of(arguments[0]), "speed").open()) {
            for (int round = 1; round <= ROUNDS; round++) {
                oneByOne(tracking, out);
                together(tracking, out);
            }
        }
    }

    private static void oneByOne(Tracking tracking, PrintWriter out) {
        Tracker tracker = tracking.run("one-by-one");
        long begin = System.nanoTime();
        for (int k = 1; k <= VALUES; k++) {
            tracker.metric("train/loss", k, 1.0 / k);
        }
        say(out, "one by one", begin, tracker);
    }

    private static void together(Tracking tracking, PrintWriter out) {
        Tracker tracker = tracking.run("together");
        long begin = System.nanoTime();
        for (int k = 1; k <= VALUES / TOGETHER; k++) {
            Map<String, Double> values = new LinkedHashMap<>();
            for (int i = 0; i < TOGETHER; i++) {
                values.put("train/loss-" + i, 1.0 / (k + i));
            }
            tracker.metrics(k, values);
        }
        say(out, TOGETHER + " by " + TOGETHER, begin, tracker);
    }

    private static void say(PrintWriter out, String how, long begin, Tracker tracker) {
        long logged = System.nanoTime();
        tracker.close();
        long closed = System.nanoTime();
        out.printf("%d values %s: %.0f ns a value, closed in %.1f ms%n", VALUES, how,
                (logged - begin) / (double) VALUES, (closed - logged) / 1e6);
    }
}
