package org.momo4j.lab.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last evaluation of every run, as {@code momo export} wrote it. */
final class Exported {
    private final Map<String, Map<String, String>> lastRows = new LinkedHashMap<>();

    Exported(Path csv) throws IOException {
        List<List<String>> rows = Files.readAllLines(csv).stream().map(l -> Arrays.asList(l.split(",", -1))).toList();
        List<String> names = rows.getFirst();
        for (List<String> cells : rows.subList(1, rows.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                row.put(names.get(i), cells.get(i));
            }
            lastRows.put(row.get("run"), row);
        }
    }

    List<String> runs(String objective) {
        return lastRows.keySet().stream().filter(r -> lastRows.get(r).get("objective").equals(objective)).toList();
    }

    String cell(String run, String column) {
        return lastRows.get(run).get(column);
    }

    double number(String run, String column) {
        return Double.parseDouble(cell(run, column));
    }

    /** The last relative gap; infinite if the run diverged. */
    double score(String run) {
        return cell(run, "status").equals("diverged") ? Double.POSITIVE_INFINITY : number(run, "relative_gap");
    }
}
