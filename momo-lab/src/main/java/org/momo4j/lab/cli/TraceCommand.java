package org.momo4j.lab.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.catalogue.Spelling;
import org.momo4j.lab.experiment.Experiment;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.plugin.PluginPlaces;
import org.momo4j.lab.report.JsonDocument;
import org.momo4j.lab.run.Assembly;
import org.momo4j.lab.run.NotApplicableException;
import org.momo4j.lab.run.Trace;
import org.momo4j.lab.specification.SpecificationReader;
import org.momo4j.lab.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows a run step by step. */
@Command(name = "trace", description = "One run of an experiment step by step, every quantity of docs/MATH.md a column. Writes no "
        + "files.", footer = {"",
                "f: loss of the batch; alpha: learning rate; f-bar, gamma, rho, <d,x>, |d|^2: section 2;",
                "h = f-bar + <d,x> - gamma; f*: the lower bound used; t: adaptive term; tau: step size taken.",
                "A dash stands where the method knows no such quantity."})
final class TraceCommand implements Callable<Integer> {
    private static final long MOST_STEPS = 1_000_000;
    /** So many names of runs can stand in a sentence. */
    private static final int FEW = 20;

    private final Terminal terminal;
    private final PluginPlaces places;
    private final Provider<Parts> installed;

    @ParentCommand
    private MomoCommand momo = new MomoCommand();

    @Parameters(paramLabel = "SPEC", description = "The specification: YAML or JSON.")
    private Path specification = Path.of("");

    @Option(names = "--run", paramLabel = "NAME", description = "Which run; momo run --dry-run names them. Default: the first.")
    private Optional<String> run = Optional.empty();

    @Option(names = "--steps", paramLabel = "N", defaultValue = "20", description = "How many steps. Default: ${DEFAULT-VALUE}.")
    private long steps;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "In place of what the specification says; may be repeated.")
    private List<String> overrides = new ArrayList<>();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private PluginsOption plugins = new PluginsOption();

    @Inject
    TraceCommand(Terminal terminal, PluginPlaces places, Provider<Parts> installed) {
        this.terminal = terminal;
        this.places = places;
        this.installed = installed;
    }

    /** What is made once the places of plugins are known. */
    record Parts(SpecificationReader reader, Catalogues catalogues) {
        @Inject
        Parts {
        }
    }

    @Override
    public Integer call() throws IOException {
        Require.that(steps >= 1 && steps <= MOST_STEPS, "--steps", steps,
                "a whole number, at least 1 and at most " + MOST_STEPS);
        data.apply();
        plugins.apply(places);
        Parts parts = installed.get();
        RunPlan plan = chosen(parts.reader().read(specification, overrides));
        TraceTable table = new TraceTable(plan.name(), trace(plan, parts.catalogues()));
        terminal.out().println(momo.format() == Format.JSON
                ? JsonDocument.of(table.document())
                : table.render(terminal.columns()).stripTrailing());
        return ExitCode.OK;
    }

    private Trace trace(RunPlan plan, Catalogues catalogues) {
        try (Assembly assembly = new Assembly(catalogues)) {
            return Trace.of(plan, assembly, steps);
        } catch (NotApplicableException e) {
            throw new IllegalArgumentException(plan.name() + " cannot be run: " + e.getMessage(), e);
        }
    }

    private RunPlan chosen(Experiment experiment) {
        List<String> names = experiment.runs().stream().map(RunPlan::name).toList();
        String name = run.orElseGet(names::getFirst);
        int i = names.indexOf(name);
        if (i < 0) {
            throw new IllegalArgumentException("unknown run \"" + name + "\"; "
                    + (names.size() <= FEW || Spelling.nearest(name, names).isPresent()
                            ? Spelling.hint(name, names)
                            : "momo run " + specification + " --dry-run names them"));
        }
        return experiment.runs().get(i);
    }
}
