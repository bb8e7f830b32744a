package org.momo4j.lab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** A table of text. Columns are as wide as their content; the last one wraps at the width of the terminal. */
public final class Table {
    private static final int GAP = 2;
    private static final int NARROWEST = 24;

    private final int indent;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table whose rows begin {@code indent} columns from the left, with these headings. */
    public Table(int indent, String... headings) {
        this.indent = indent;
        rows.add(List.of(headings));
    }

    /** Adds a row, one cell a column. */
    public Table row(String... cells) {
        if (cells.length != rows.getFirst().size()) {
            throw new IllegalStateException("a row of " + cells.length + " cells; the table has "
                    + rows.getFirst().size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** The table as text, wrapped at {@code columns}, with a line end after every line. */
    public String render(int columns) {
        int count = rows.getFirst().size();
        Column[] layout = new Column[count];
        int used = 0;
        for (int i = 0; i < count; i++) {
            int before = i == 0 ? indent : GAP;
            int width = widest(i) + before;
            boolean last = i == count - 1;
            layout[i] = new Column(last ? Math.min(width, Math.max(columns - used, NARROWEST)) : width, before,
                    last ? Overflow.WRAP : Overflow.TRUNCATE);
            used += width;
        }
        TextTable table = TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), layout);
        table.indentWrappedLines = 0;
        rows.forEach(row -> table.addRowValues(row.toArray(String[]::new)));
        return table.toString().lines().map(String::stripTrailing).reduce("", (a, b) -> a + b + "\n");
    }

    private int widest(int column) {
        return IntStream.range(0, rows.size()).map(r -> rows.get(r).get(column).length()).max().orElse(0);
    }
}
