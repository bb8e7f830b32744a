package org.momo4j.lab.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.momo4j.bench.timing.Machine;
import org.momo4j.lab.experiment.Experiment;
import org.momo4j.lab.plugin.PluginPlaces;
import org.momo4j.lab.report.JsonDocument;
import org.momo4j.lab.run.folder.Provenance;
import org.momo4j.lab.run.folder.Revision;
import org.momo4j.lab.specification.SpecificationReader;
import org.momo4j.lab.sweep.Inventory;
import org.momo4j.lab.sweep.Requirements;
import org.momo4j.lab.sweep.Sweep;
import org.momo4j.lab.sweep.SweepSettings;
import org.momo4j.lab.sweep.summary.Summary;
import org.momo4j.lab.sweep.summary.SummaryDocument;
import org.momo4j.lab.sweep.summary.SummaryText;
import org.momo4j.lab.terminal.Terminal;
import org.momo4j.lab.tracking.TrackedSweep;
import org.momo4j.tracking.journal.OnFullDisk;
import org.momo4j.tracking.mlflow.MlflowSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Runs an experiment. */
@Command(name = "run", description = "Runs an experiment: all its runs that are not complete yet. Called again, it goes on where "
        + "it stopped; what the specification no longer asks for in the same way is run anew, and the old moved aside.")
final class RunCommand implements Callable<Integer> {
    private static final int MOST_JOBS = 1024;

    private final Terminal terminal;
    private final PluginPlaces places;
    private final Provider<Parts> installed;

    @ParentCommand
    private MomoCommand momo = new MomoCommand();

    @Parameters(paramLabel = "SPEC", description = "The specification: YAML or JSON.")
    private Path specification = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "runs", description = "Results are written to DIR/<experiment>. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("runs");

    @Option(names = "--jobs", paramLabel = "N", description = "Runs at a time; no number depends on it. Default: one a processor.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "In place of what the specification says; may be repeated.")
    private List<String> overrides = new ArrayList<>();

    @Option(names = "--tracking", paramLabel = "URI", defaultValue = "${env:MLFLOW_TRACKING_URI}", description = "Sends the runs to this MLflow server while they are made; "
            + "none for none. Default: MLFLOW_TRACKING_URI, or none. momo sync sends them later.")
    private Optional<String> tracking = Optional.empty();

    @Option(names = "--on-full-disk", paramLabel = "go-on|stop", defaultValue = "go-on", description = "What becomes of a tracked run "
            + "whose journal cannot be written. Default: ${DEFAULT-VALUE}.")
    private OnFullDisk onFullDisk = OnFullDisk.GO_ON;

    @Option(names = "--dry-run", description = "Only print the runs, and which of them are there already.")
    private boolean dryRun;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private PluginsOption plugins = new PluginsOption();

    @Inject
    RunCommand(Terminal terminal, PluginPlaces places, Provider<Parts> installed) {
        this.terminal = terminal;
        this.places = places;
        this.installed = installed;
    }

    /** What is made once the places of plugins are known. */
    record Parts(SpecificationReader reader, Requirements requirements, Sweep sweep) {
        @Inject
        Parts {
        }
    }

    @Override
    public Integer call() throws IOException {
        Require.that(jobs >= 1 && jobs <= MOST_JOBS, "--jobs", jobs,
                "a whole number, at least 1 and at most " + MOST_JOBS);
        Require.that(!out.toString().isEmpty(), "--out", "\"\"", "the name of a folder");
        data.apply();
        plugins.apply(places);
        Parts parts = installed.get();
        Experiment experiment = parts.reader().read(specification, overrides);
        Path folder = out.resolve(experiment.name());
        Inventory inventory = Inventory.of(experiment, folder);
        if (dryRun) {
            RunTable table = new RunTable(inventory);
            terminal.out().print(momo.format() == Format.JSON
                    ? JsonDocument.of(table.document()) + System.lineSeparator()
                    : table.render(terminal.columns()));
        }
        parts.requirements().check(inventory);
        if (dryRun) {
            return ExitCode.OK;
        }
        return run(parts.sweep(), experiment, folder);
    }

    private int run(Sweep sweep, Experiment experiment, Path folder) throws IOException {
        Optional<MlflowSettings> server = tracking.filter(uri -> !uri.isEmpty() && !uri.equals("none"))
                .map(uri -> MlflowSettings.of(uri, System.getenv()));
        Summary summary = new Summary(experiment);
        Map<String, Long> found;
        try (SweepProgress progress = new SweepProgress(terminal, experiment.name(), summary)) {
            SweepSettings settings = new SweepSettings(jobs, SweepSettings.CHECKPOINTS, provenance());
            if (server.isPresent()) {
                new TrackedSweep(sweep, server.get(), onFullDisk, progress::message).run(experiment, folder, settings,
                        progress);
            } else {
                sweep.run(experiment, folder, settings, progress);
            }
            found = progress.found();
        }
        SummaryDocument document = SummaryDocument.of(experiment.name(), folder.toString(), experiment.runs().size(),
                found, summary);
        terminal.out().println(momo.format() == Format.JSON
                ? JsonDocument.of(document)
                : new SummaryText(summary).render(terminal.columns()).stripTrailing());
        terminal.err().println("momo: results are in " + folder);
        int bad = document.status().getOrDefault("failed", 0) + document.status().getOrDefault("timed-out", 0);
        return bad == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static Provenance provenance() {
        Machine machine = Machine.here();
        return new Provenance(Version.number(), machine.java(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"), machine.processor(),
                machine.processors(), Revision.of(Path.of("")));
    }
}
