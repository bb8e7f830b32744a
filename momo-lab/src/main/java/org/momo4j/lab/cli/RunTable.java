package org.momo4j.lab.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.momo4j.lab.report.Counted;
import org.momo4j.lab.report.Table;
import org.momo4j.lab.run.folder.Standing;
import org.momo4j.lab.sweep.Inventory;

/**
 * The runs of an experiment before anything is run.
 *
 * @param inventory the runs
 */
record RunTable(Inventory inventory) {
    /**
     * What {@code --dry-run --format json} prints.
     *
     * @param runs  in the order of the experiment
     * @param found how many are new, kept, stale ...
     */
    record Document(List<Line> runs, Map<String, Long> found) {}

    /**
     * A run.
     *
     * @param name     its name
     * @param varies   what makes it differ from others
     * @param standing new, kept, stale ...
     */
    record Line(String name, Map<String, Object> varies, String standing) {}

    Document document() {
        return new Document(
                inventory.runs().stream()
                        .map(r -> new Line(r.plan().name(), r.plan().varies(), r.standing().toString())).toList(),
                counts(inventory));
    }

    String render(int columns) {
        Table table = new Table(0, "run", "standing");
        inventory.runs().forEach(r -> table.row(r.plan().name(), r.standing().toString()));
        return table.render(columns) + sentence(inventory) + "\n";
    }

    /** How many runs there are, and how many of them are new, kept, stale ... */
    static String sentence(Inventory inventory) {
        return Counted.of(inventory.runs().size(), "run") + ": " + counts(inventory).entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey()).collect(Collectors.joining(", "));
    }

    static Map<String, Long> counts(Inventory inventory) {
        Map<String, Long> counts = new LinkedHashMap<>();
        Arrays.stream(Standing.values()).forEach(standing -> {
            long count = inventory.count(standing);
            if (count > 0 || standing == Standing.NEW || standing == Standing.KEPT || standing == Standing.STALE) {
                counts.put(standing.toString(), count);
            }
        });
        return counts;
    }
}
