package org.momo4j.lab.tracking;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.momo4j.lab.page.ReportFiles;
import org.momo4j.lab.page.data.Report;
import org.momo4j.lab.report.AtomicFile;
import org.momo4j.lab.result.Detail;
import org.momo4j.lab.result.RunResult;
import org.momo4j.lab.result.RunResults;
import org.momo4j.lab.result.export.CsvExport;

/** What a sweep left in the folder of its experiment, told to a tracking server. */
public final class FinishedExperiment {
    private static final String REPORT = "report";
    private static final String TABLE = "runs.csv";

    private final Path folder;
    private final RunResults results;

    private FinishedExperiment(Path folder, RunResults results) {
        this.folder = folder;
        this.results = results;
    }

    /**
     * Looks for the runs of an experiment.
     *
     * @throws IllegalArgumentException if the folder holds none
     */
    public static FinishedExperiment in(Path folder) throws IOException {
        return new FinishedExperiment(folder, RunResults.in(folder));
    }

    /** The name of the experiment. */
    public String name() {
        return results.experiment();
    }

    /**
     * Tells everything: every run, pictures and table, and that it is over if every run is.
     *
     * @param messages takes a sentence about each run that cannot be read
     */
    public void tell(ExperimentTracking tracking, Consumer<String> messages) throws IOException {
        AtomicBoolean over = new AtomicBoolean(true);
        try {
            results.stream(Detail.STEPS, messages).forEach(run -> {
                tell(run, tracking);
                over.compareAndSet(true, run.outcome().isPresent());
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        tellOfAll(tracking, over.get());
    }

    private void tell(RunResult run, ExperimentTracking tracking) {
        try {
            Afterwards.tell(run, folder.resolve(run.plan().name()), tracking);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Tells of the sweep as a whole.
     *
     * @param over whether every run is over
     */
    public void tellOfAll(ExperimentTracking tracking, boolean over) throws IOException {
        List<Path> files = new ArrayList<>(ReportFiles.write(Report.of(results, damaged -> {
        }), folder.resolve(REPORT)));
        Path table = folder.resolve(REPORT).resolve(TABLE);
        AtomicFile.write(table, out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CsvExport.write(results, text);
            text.flush();
        });
        files.add(table);
        files.add(folder.resolve(ExperimentTracking.SPECIFICATION));
        tracking.attach(files);
        if (over) {
            tracking.finish();
        }
    }
}
