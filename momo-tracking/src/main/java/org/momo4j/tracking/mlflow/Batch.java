package org.momo4j.tracking.mlflow;

import java.util.List;
import java.util.Optional;
import org.momo4j.tracking.mlflow.Item.Kind;

/**
 * Values for one call, in the order of the journal.
 *
 * @param items what is sent
 * @param end   where delivery has come when they are taken; empty if no line ends among them
 */
record Batch(List<Item> items, Optional<Position> end) {
    /** Copies the items. */
    Batch {
        items = List.copyOf(items);
    }

    /** Whether it does not matter if it comes before or after its neighbours. */
    boolean isOfMetricsOnly() {
        return items.stream().allMatch(item -> item.kind() == Kind.METRIC);
    }
}
