package org.momo4j.tracking.mlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.momo4j.tracking.journal.Entry;
import org.momo4j.tracking.journal.Line;
import org.momo4j.tracking.mlflow.Item.Kind;

class BatchSplitterTest {
    @Property(tries = 100)
    void nothingIsLostAndNoBatchIsTooLarge(@ForAll long seed) {
        Random random = new Random(seed);
        BatchSplitter splitter = new BatchSplitter();
        List<Batch> batches = new ArrayList<>();
        List<String> metrics = new ArrayList<>();
        Map<String, String> params = new LinkedHashMap<>();
        Map<String, String> tags = new LinkedHashMap<>();
        int lines = random.nextInt(1, 200);
        for (int i = 1; i <= lines; i++) {
            batches.addAll(splitter.add(new Line(i, Instant.ofEpochMilli(i), entry(random, i, metrics, params, tags)),
                    new Position(10L * i, i)));
        }
        batches.addAll(splitter.flush());
        assertEquals(Optional.of(new Position(10L * lines, lines)), batches.getLast().end());
        List<String> sentMetrics = new ArrayList<>();
        Map<String, String> sentParams = new LinkedHashMap<>();
        Map<String, String> sentTags = new LinkedHashMap<>();
        long number = 0;
        for (Batch batch : batches) {
            assertIsAllowed(batch);
            for (Item item : batch.items()) {
                switch (item.kind()) {
                    case METRIC -> sentMetrics.add(item.key() + item.step() + item.number());
                    case PARAM -> sentParams.put(item.key(), item.text());
                    case TAG -> sentTags.put(item.key(), item.text());
                }
            }
            long last = number;
            number = batch.end().map(Position::number).orElse(number);
            assertTrue(number >= last);
        }
        assertEquals(metrics, sentMetrics);
        assertEquals(params, sentParams);
        assertEquals(tags, sentTags);
    }

    private static Entry entry(Random random, int line, List<String> metrics, Map<String, String> params,
            Map<String, String> tags) {
        int kind = random.nextInt(10);
        int count = random.nextInt(20) == 0 ? random.nextInt(2500) : random.nextInt(6);
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            texts.put("k" + random.nextInt(300), "\u0001".repeat(random.nextInt(6000)));
        }
        if (kind == 0) {
            params.putAll(texts);
            return new Entry.Params(texts);
        }
        if (kind == 1) {
            tags.putAll(texts);
            return new Entry.Tags(texts);
        }
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            values.put("m" + i, random.nextDouble());
            metrics.add("m" + i + line + values.get("m" + i));
        }
        return new Entry.Metrics(line, values);
    }

    private static void assertIsAllowed(Batch batch) {
        assertTrue(batch.items().size() <= 1000);
        for (Kind kind : Kind.values()) {
            List<Item> items = batch.items().stream().filter(item -> item.kind() == kind).toList();
            assertTrue(items.size() <= kind.most());
            Set<String> names = new HashSet<>();
            items.stream().filter(item -> kind != Kind.METRIC)
                    .forEach(item -> assertTrue(names.add(item.key()), "twice in one batch"));
        }
        assertTrue(LogBatch.body("0".repeat(32), batch.items()).getBytes(StandardCharsets.UTF_8).length < 600_000);
    }

    @Test
    void batchesAreAsFullAsTheyCanBe() {
        BatchSplitter splitter = new BatchSplitter();
        List<Batch> batches = new ArrayList<>();
        for (int i = 1; i <= 1_000; i++) {
            batches.addAll(splitter.add(new Line(i, Instant.EPOCH, new Entry.Metrics(i, Map.of("a", 1.0, "b", 2.0, "c",
                    3.0))), new Position(i, i)));
        }
        batches.addAll(splitter.flush());
        assertEquals(List.of(1000, 1000, 1000), batches.stream().map(batch -> batch.items().size()).toList());
        assertEquals(Optional.of(new Position(333, 333)), batches.getFirst().end());
    }
}
