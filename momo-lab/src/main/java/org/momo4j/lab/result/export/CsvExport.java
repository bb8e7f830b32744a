package org.momo4j.lab.result.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.momo4j.lab.journal.Row;
import org.momo4j.lab.result.Detail;
import org.momo4j.lab.result.RunResult;
import org.momo4j.lab.result.RunResults;

/**
 * An experiment as CSV (RFC 4180): one row a run and evaluation, ordered by run and step. Numbers are the shortest that give the
 * same bits when they are read; {@code NaN} and {@code Infinity} are spelled so; a value that a run does not have is empty.
 */
public final class CsvExport {
    private final RunResults results;
    private final Columns columns = new Columns();
    private long rows;
    private long runs;
    private final List<String> empty = new ArrayList<>();
    private final List<String> unfinished = new ArrayList<>();
    private final List<String> damaged = new ArrayList<>();

    private CsvExport(RunResults results) {
        this.results = results;
    }

    /**
     * Writes an experiment. The runs are read twice, since the columns stand before the first row: no run is kept in memory.
     *
     * @throws IOException if a file cannot be read or written
     */
    public static Written write(RunResults results, Writer out) throws IOException {
        return new CsvExport(results).write(out);
    }

    private Written write(Writer out) throws IOException {
        try {
            results.stream(Detail.EVALUATIONS, found -> {
            }).forEach(columns::add);
            CsvRows csv = new CsvRows(out);
            csv.write(columns.names());
            results.stream(Detail.EVALUATIONS, damaged::add).forEach(run -> print(csv, run));
            csv.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Written(rows, runs, empty, unfinished, damaged);
    }

    private void print(CsvRows csv, RunResult run) {
        runs++;
        if (run.evaluations().isEmpty()) {
            empty.add(run.plan().name());
        }
        if (run.outcome().isEmpty()) {
            unfinished.add(run.plan().name());
        }
        try {
            for (Row.Evaluated row : run.evaluations()) {
                csv.write(columns.cells(results.experiment(), run, row));
                rows++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
