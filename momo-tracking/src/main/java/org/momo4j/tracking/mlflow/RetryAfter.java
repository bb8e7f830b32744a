package org.momo4j.tracking.mlflow;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the header {@code Retry-After}: seconds, or a date of HTTP. */
final class RetryAfter {
    /** No server makes us wait longer than this at a time. */
    static final Duration MOST = Duration.ofMinutes(10);

    private RetryAfter() {}

    /** How long to wait from now on; empty if the header says nothing that is understood. */
    static Optional<Duration> wait(String header, Instant now) {
        String text = header.strip();
        if (text.matches("\\d{1,18}")) {
            return Optional.of(capped(Duration.ofSeconds(Long.parseLong(text))));
        }
        try {
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(capped(Duration.between(now, date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration capped(Duration wish) {
        if (wish.isNegative()) {
            return Duration.ZERO;
        }
        return wish.compareTo(MOST) > 0 ? MOST : wish;
    }
}
