package org.momo4j.tracking.mlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static Optional<Duration> wait(String header) {
        return RetryAfter.wait(header, NOW);
    }

    @Test
    void secondsAndDatesAreUnderstoodAndCapped() {
        assertEquals(Optional.of(Duration.ofSeconds(7)), wait(" 7 "));
        assertEquals(Optional.of(Duration.ZERO), wait("0"));
        assertEquals(Optional.of(RetryAfter.MOST), wait("999999999999999999"));
        assertEquals(Optional.of(Duration.ofSeconds(90)), wait("Tue, 24 Nov 2026 12:01:30 GMT"));
        assertEquals(Optional.of(Duration.ZERO), wait("Tue, 24 Nov 2026 11:59:30 GMT"));
        assertEquals(Optional.empty(), wait("soon"));
        assertEquals(Optional.empty(), wait("-1"));
    }

    @Test
    void pausesGrowAndStayBelowTheLongest() {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2), new Random(1));
        Duration largest = Duration.ZERO;
        for (int i = 0; i < 1000; i++) {
            Duration pause = backoff.afterFailure();
            long limit = Math.min(2000, 100L << Math.min(i, 10));
            assertTrue(!pause.isNegative() && pause.toMillis() <= limit, pause + " after " + i);
            largest = pause.compareTo(largest) > 0 ? pause : largest;
        }
        assertTrue(largest.toMillis() > 1900);
        backoff.reset();
        assertTrue(backoff.afterFailure().toMillis() <= 100);
    }
}
