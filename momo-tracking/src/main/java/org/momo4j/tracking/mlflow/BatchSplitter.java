package org.momo4j.tracking.mlflow;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.momo4j.tracking.journal.Entry;
import org.momo4j.tracking.journal.Line;
import org.momo4j.tracking.mlflow.Item.Kind;

/**
 * Makes batches of lines, as full as the server allows. A line may go out in several batches; delivery has passed it after the
 * last. A batch holds one value of each parameter and tag: another value of the same name opens a new one, so that its turn
 * comes later.
 */
final class BatchSplitter {
    private static final int MOST_ITEMS = 1000;
    private static final int MOST_BYTES = 500_000; // the server takes a million

    private final List<Batch> full = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final Map<Kind, Map<String, String>> texts = new EnumMap<>(Kind.class);
    private Optional<Position> end = Optional.empty();
    private int metrics;
    private int room;

    /** Whether a line goes into batches at all. */
    static boolean takes(Entry entry) {
        return entry instanceof Entry.Metrics || entry instanceof Entry.Params || entry instanceof Entry.Tags;
    }

    /**
     * Adds a line.
     *
     * @param line  one that it {@linkplain #takes takes}
     * @param after the place behind it
     * @return batches that became full
     */
    List<Batch> add(Line line, Position after) {
        long millis = line.time().toEpochMilli();
        switch (line.entry()) {
            case Entry.Metrics(long step, Map<String, Double> values) ->
                values.forEach((key, value) -> add(Item.metric(line.number(), millis, key, value, step)));
            case Entry.Params(Map<String, String> values) ->
                values.forEach((key, value) -> add(Item.text(Kind.PARAM, line.number(), millis, key, value)));
            case Entry.Tags(Map<String, String> values) ->
                values.forEach((key, value) -> add(Item.text(Kind.TAG, line.number(), millis, key, value)));
            default -> throw new IllegalArgumentException("line " + line.number() + " goes into no batch");
        }
        end = Optional.of(after);
        return taken();
    }

    /** What is left, if anything. */
    List<Batch> flush() {
        close();
        return taken();
    }

    private List<Batch> taken() {
        List<Batch> batches = List.copyOf(full);
        full.clear();
        return batches;
    }

    private void add(Item item) {
        if (!fits(item)) {
            close();
        }
        if (item.kind() == Kind.METRIC) {
            metrics++;
        } else if (item.text().equals(textsOf(item.kind()).put(item.key(), item.text()))) {
            return; // said already
        }
        items.add(item);
        room += item.room();
    }

    private boolean fits(Item item) {
        if (items.size() >= MOST_ITEMS || room + item.room() > MOST_BYTES && !items.isEmpty()) {
            return false;
        }
        if (item.kind() == Kind.METRIC) {
            return metrics < Kind.METRIC.most();
        }
        Map<String, String> there = textsOf(item.kind());
        return there.getOrDefault(item.key(), item.text()).equals(item.text()) && there.size() < item.kind().most();
    }

    private Map<String, String> textsOf(Kind kind) {
        return texts.computeIfAbsent(kind, k -> new HashMap<>());
    }

    private void close() {
        if (!items.isEmpty() || end.isPresent()) {
            full.add(new Batch(items, end));
        }
        items.clear();
        texts.clear();
        end = Optional.empty();
        metrics = 0;
        room = 0;
    }
}
