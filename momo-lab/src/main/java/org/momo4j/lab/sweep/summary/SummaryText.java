package org.momo4j.lab.sweep.summary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.momo4j.lab.experiment.Outcome.Status;
import org.momo4j.lab.report.Numbers;
import org.momo4j.lab.report.Table;

/**
 * A summary for people.
 *
 * @param summary the groups
 */
public record SummaryText(Summary summary) {
    /** The table, wrapped at this width. */
    public String render(int columns) {
        Set<String> names = new LinkedHashSet<>();
        summary.groups().forEach(group -> names.addAll(group.varies().keySet()));
        List<String> headings = new ArrayList<>(names);
        headings.addAll(List.of("runs", "done", "diverged", "other", "median loss", "median gap"));
        Table table = new Table(0, headings.toArray(String[]::new));
        for (Group group : summary.groups()) {
            List<String> cells = new ArrayList<>();
            names.forEach(name -> cells.add(spell(group.varies().getOrDefault(name, ""))));
            int done = group.count(Status.DONE) + group.count(Status.STOPPED_EARLY);
            int diverged = group.count(Status.DIVERGED);
            cells.add(Integer.toString(group.runs()));
            cells.add(Integer.toString(done));
            cells.add(Integer.toString(diverged));
            cells.add(Integer.toString(group.runs() - done - diverged));
            cells.add(Numbers.brief(group.medianLoss()));
            cells.add(Numbers.brief(group.medianGap()));
            table.row(cells.toArray(String[]::new));
        }
        return table.render(columns);
    }

    static String spell(Object value) {
        return value instanceof Number number ? Numbers.plain(number.doubleValue()) : value.toString();
    }
}
