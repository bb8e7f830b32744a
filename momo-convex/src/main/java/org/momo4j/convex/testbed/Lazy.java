package org.momo4j.convex.testbed;

import java.util.Optional;
import java.util.function.Supplier;

/** A value computed at most once, when first asked for. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> compute;
    private Optional<T> value = Optional.empty();

    Lazy(Supplier<T> compute) {
        this.compute = compute;
    }

    @Override
    public synchronized T get() {
        if (value.isEmpty()) {
            value = Optional.of(compute.get());
        }
        return value.get();
    }
}
