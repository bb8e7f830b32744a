package org.momo4j.lab.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.momo4j.lab.catalogue.Entry;
import org.momo4j.lab.report.Numbers;

/** Hyper-parameters as {@code momo list} shows them. */
final class HyperParameterTable {
    private HyperParameterTable() {}

    /** The table, or a sentence where there is nothing to set. */
    static String of(Entry entry) {
        if (entry.hyperParameters().isEmpty()) {
            return "There are none.";
        }
        List<List<String>> rows = new ArrayList<>();
        entry.hyperParameters().forEach(h -> rows.add(List.of(h.name(), Optional.ofNullable(h.byDefault())
                .map(HyperParameterTable::spelled).orElse("(must be given)"), h.allowed(), h.description())));
        return Markdown.table(List.of("hyper-parameter", "default", "allowed", "meaning"), rows);
    }

    private static String spelled(Object value) {
        return value instanceof Double number ? Numbers.plain(number).replace("Infinity", "inf") : value.toString();
    }
}
