package org.momo4j.lab.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.momo4j.lab.plugin.PluginPlaces;
import org.momo4j.lab.replay.Recording;
import org.momo4j.lab.replay.RecordingReader;
import org.momo4j.lab.replay.Replay;
import org.momo4j.lab.replay.RunError;
import org.momo4j.lab.report.Counted;
import org.momo4j.lab.report.JsonDocument;
import org.momo4j.lab.report.Numbers;
import org.momo4j.lab.report.Table;
import org.momo4j.lab.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Compares our steps with those of a reference implementation. */
@Command(name = "replay", description = "Replays recorded steps of a reference implementation and compares parameters "
        + "and lower bound after every step.")
final class ReplayCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final PluginPlaces places;
    private final Provider<Parts> installed;

    @ParentCommand
    private MomoCommand momo = new MomoCommand();

    @Parameters(paramLabel = "FILE", description = "The recording, a JSON file.")
    private Path file = Path.of("");

    @Option(names = "--tolerance", paramLabel = "T", defaultValue = "1e-12", description = "The largest relative error that passes. Default: ${DEFAULT-VALUE}.")
    private double tolerance;

    @Mixin
    private PluginsOption plugins = new PluginsOption();

    @Inject
    ReplayCommand(Terminal terminal, PluginPlaces places, Provider<Parts> installed) {
        this.terminal = terminal;
        this.places = places;
        this.installed = installed;
    }

    /** What is made once the places of plugins are known. */
    record Parts(RecordingReader reader, Replay replay) {
        @Inject
        Parts {
        }
    }

    /** The document of {@code --format json}. */
    private record Document(int vectors, double maxRelativeError, String worst) {}

    @Override
    public Integer call() throws IOException {
        Require.that(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY, "--tolerance", tolerance,
                "a number in [0, inf)");
        plugins.apply(places);
        Parts parts = installed.get();
        Recording recording = parts.reader().read(Require.file(file));
        List<RunError> errors = recording.runs().stream().map(r -> parts.replay().replay(r, recording.type()))
                .toList();
        RunError worst = errors.stream().max(Comparator.comparingDouble(RunError::largest)).orElseThrow();
        if (momo.format() == Format.JSON) {
            terminal.out().println(JsonDocument.of(new Document(errors.size(), worst.largest(), worst.name())));
        } else {
            print(errors, worst);
        }
        return passes(worst) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private boolean passes(RunError error) {
        return error.largest() <= tolerance;
    }

    private void print(List<RunError> errors, RunError worst) {
        Table table = new Table(0, "vector", "optimizer", "steps", "params", "bound", "worst step", "verdict");
        errors.forEach(e -> table.row(e.name(), e.optimizer(), Integer.toString(e.steps()), Numbers.brief(e.params()),
                Numbers.brief(e.bound()), Integer.toString(e.worstStep()), passes(e) ? "ok" : "FAILED"));
        terminal.out().print(table.render(terminal.columns()));
        terminal.out().printf(Locale.ROOT, "%n%s, largest relative error %s (%s), tolerance %s: %s%n",
                Counted.of(errors.size(), "vector"),
                Numbers.brief(worst.largest()), worst.name(), Numbers.brief(tolerance), passes(worst)
                        ? "ok"
                        : errors.stream().filter(e -> !passes(e)).count() + " FAILED");
    }
}
