package org.momo4j.testkit.method;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.momo4j.api.method.Averaging;

/** A moving average started at the first sample; right unless a fault is planted. */
record PlantedAveraging(Optional<MethodFault> fault, AtomicLong asked) implements Averaging {
    private boolean is(MethodFault planted) {
        return fault.isPresent() && fault.get() == planted;
    }

    @Override
    public double a(long k) {
        double kept = k == 1 ? 0 : 0.9;
        return is(MethodFault.WEIGHT_GROWS) ? 10 : kept;
    }

    @Override
    public double b(long k) {
        if (is(MethodFault.WEIGHTS_REMEMBER)) {
            return 1.0 / asked.incrementAndGet();
        }
        return is(MethodFault.WEIGHT_ZERO) && k == 1000 ? 0 : k == 1 ? 1 : 0.1;
    }
}
