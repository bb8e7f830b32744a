package org.momo4j.lab.tracking;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.momo4j.lab.page.ReportFiles;
import org.momo4j.lab.page.data.Report;
import org.momo4j.lab.report.AtomicFile;
import org.momo4j.lab.result.Detail;
import org.momo4j.lab.result.Origin;
import org.momo4j.lab.result.RunResult;
import org.momo4j.lab.result.RunResults;
import org.momo4j.lab.result.export.CsvExport;

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
     * Tells everything: every run that was not told of while it was made, pictures and table, how many runs ended how, and that
     * the sweep is over if every run is. A run that was killed before it had results is told as far as its journal goes.
     *
     * @param messages takes a sentence about each run that cannot be read
     */
    public void tell(ExperimentTracking tracking, Consumer<String> messages) throws IOException {
        Set<Path> without = new TreeSet<>(ExperimentTracking.tracked(folder));
        if (results.isPresent()) {
            tellResults(results.get(), tracking, messages, without);
        }
        for (Path run : without) {
            tracking.goOn(run);
        }
    }

    private void tellResults(RunResults found, ExperimentTracking tracking, Consumer<String> messages,
            Set<Path> without) throws IOException {
        Map<String, String> tags = new TreeMap<>();
        try {
            found.stream(Detail.STEPS, messages).forEach(run -> {
                Path place = folder.resolve(run.plan().name());
                without.remove(place);
                tell(run, place, tracking, tags);
                tags.merge("momo.runs." + run.status(), "1", (n, _) -> Integer.toString(Integer.parseInt(n) + 1));
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        tracking.describe(tags);
        attach(found, tracking);
        if (without.isEmpty() && !tags.containsKey("momo.runs." + RunResult.UNFINISHED)) {
            tracking.finish();
        }
    }

    /** Tells of a run, unless it was told while it was made; where it comes from is where the sweep comes from. */
    private static void tell(RunResult run, Path place, ExperimentTracking tracking, Map<String, String> tags) {
        try {
            Origin origin = Origin.of(place);
            tags.putAll(Tags.of(origin.provenance()));
            if (!tracking.isTold(run.plan())) {
                Afterwards.tell(run, place, origin, tracking);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void attach(RunResults found, ExperimentTracking tracking) throws IOException {
        List<Path> files = new ArrayList<>(ReportFiles.write(Report.of(found, damaged -> {
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
