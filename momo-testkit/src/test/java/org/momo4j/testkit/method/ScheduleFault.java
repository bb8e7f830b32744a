package org.momo4j.testkit.method;

import java.util.concurrent.atomic.AtomicLong;
import org.momo4j.api.method.LearningRate;
import org.momo4j.testkit.PlantedFault;

/** Mistakes that authors of schedules make, and which promise each of them breaks. */
public enum ScheduleFault implements PlantedFault {
    // @formatter:off (one a line)
    STARTS_AT_ZERO("every rate is positive, and finite unless it says otherwise"),
    ENDS_AT_ZERO("every rate is positive, and finite unless it says otherwise"),
    TURNS_NEGATIVE("every rate is positive, and finite unless it says otherwise"),
    TURNS_NAN("every rate is positive, and finite unless it says otherwise"),
    IS_INFINITE_UNSAID("every rate is positive, and finite unless it says otherwise"),
    COUNTS_CALLS("rates are functions of k alone"),
    DIFFERS_BY_INSTANCE("rates are functions of k alone");
    // @formatter:on

    private final String promise;

    ScheduleFault(String promise) {
        this.promise = promise;
    }

    @Override
    public String promise() {
        return promise;
    }

    /** 1/sqrt(k), or some such, with the fault. */
    LearningRate schedule(AtomicLong created) {
        return switch (this) {
            case STARTS_AT_ZERO -> k -> k - 1;
            case ENDS_AT_ZERO -> k -> Math.max(0, 1 - k * 1e-6);
            case TURNS_NEGATIVE -> k -> Math.cos(k * 1e-8);
            case TURNS_NAN -> k -> Math.sqrt(100 - k);
            case IS_INFINITE_UNSAID -> k -> 1.0 / (k / 2);
            case COUNTS_CALLS -> {
                AtomicLong asked = new AtomicLong();
                yield k -> 1.0 / asked.incrementAndGet();
            }
            case DIFFERS_BY_INSTANCE -> {
                long instance = created.incrementAndGet();
                yield k -> instance;
            }
        };
    }
}
