package org.momo4j.lab.tracking;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.momo4j.lab.page.ReportFiles;
import org.momo4j.lab.page.data.Report;
import org.momo4j.lab.report.AtomicFile;
import org.momo4j.lab.result.Detail;
import org.momo4j.lab.result.Origin;
import org.momo4j.lab.result.RunResult;
import org.momo4j.lab.result.RunResults;
import org.momo4j.lab.result.export.CsvExport;
import org.momo4j.tracking.Tracking;

/** What a sweep left in the folder of its experiment, complete or not, told to a tracking server. */
public final class FinishedExperiment {
    private static final String REPORT = "report";
    private static final String TABLE = "runs.csv";

    private final Path folder;
    private final Optional<RunResults> results;

    private FinishedExperiment(Path folder, Optional<RunResults> results) {
        this.folder = folder;
        this.results = results;
    }

    /**
     * Looks for the runs of an experiment.
     *
     * @throws IllegalArgumentException if the folder holds none, and none that was tracked when it was killed
     */
    public static FinishedExperiment in(Path folder) throws IOException {
        try {
            return new FinishedExperiment(folder, Optional.of(RunResults.in(folder)));
        } catch (IllegalArgumentException none) {
            if (ExperimentTracking.tracked(folder).isEmpty()) {
                throw none;
            }
            return new FinishedExperiment(folder, Optional.empty());
        }
    }

    /** The name of the experiment. */
    public String name() {
        return results.map(RunResults::experiment)
                .orElseGet(() -> String.valueOf(folder.toAbsolutePath().normalize().getFileName()));
    }

    /**
     * Tells everything: every run, pictures and table, how many runs ended how, and that the sweep is over if every run is. A run
     * that was killed before it had results, and one that a loop of its own recorded, is sent as far as its journal goes.
     *
     * @param messages takes a sentence about each run that cannot be read
     */
    public void tell(Tracking tracking, Consumer<String> messages) throws IOException {
        if (results.isPresent() || ExperimentTracking.isSweep(folder)) {
            try (ExperimentTracking told = new ExperimentTracking(tracking, folder, name())) {
                boolean over = tellRest(told, messages);
                over &= goOn(tracking, told);
                if (over) {
                    told.finish();
                }
            }
        } else {
            ExperimentTracking.tracked(folder).forEach(run -> ExperimentTracking.goOn(tracking, run));
        }
    }

    private boolean goOn(Tracking tracking, ExperimentTracking told) throws IOException {
        boolean over = true;
        for (Path run : ExperimentTracking.tracked(folder)) {
            if (!told.isTold(run)) {
                over &= ExperimentTracking.goOn(tracking, run);
            }
        }
        return over;
    }

    /**
     * Tells of every run that was not told of while it was made, and of the sweep as a whole.
     *
     * @return whether all runs are over
     */
    boolean tellRest(ExperimentTracking tracking, Consumer<String> messages) throws IOException {
        Map<String, String> origin = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        if (results.isPresent()) {
            results.get().stream(Detail.STEPS, messages).forEach(run -> {
                tell(run, tracking, origin, messages);
                counts.merge(run.status(), 1, Integer::sum);
            });
            attach(results.get(), tracking);
        }
        tracking.describe(origin, counts);
        return !counts.containsKey(RunResult.UNFINISHED);
    }

    /** Where a run comes from is where the sweep comes from. */
    private void tell(RunResult run, ExperimentTracking tracking, Map<String, String> tags,
            Consumer<String> messages) {
        Path place = folder.resolve(run.plan().name());
        try {
            Origin origin = Origin.of(place);
            tags.putAll(Tags.of(origin.provenance()));
            if (!tracking.isTold(place)) {
                Afterwards.tell(run, place, origin, tracking);
            }
        } catch (IOException | IllegalArgumentException e) {
            messages.accept(e.getMessage() + "; " + run.plan().name() + " is passed over");
        }
    }

    private void attach(RunResults found, ExperimentTracking tracking) throws IOException {
        List<Path> files = new ArrayList<>(ReportFiles.write(Report.of(found, Optional.empty(), damaged -> {
        }), folder.resolve(REPORT)));
        Path table = folder.resolve(REPORT).resolve(TABLE);
        AtomicFile.write(table, out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CsvExport.write(found, text);
            text.flush();
        });
        files.add(table);
        files.add(folder.resolve(ExperimentTracking.SPECIFICATION));
        files.removeIf(file -> file.toString().endsWith(".png")); // MLflow shows the same as SVG
        tracking.attach(files);
    }
}
