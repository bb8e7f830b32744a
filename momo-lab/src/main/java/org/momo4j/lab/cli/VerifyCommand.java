package org.momo4j.lab.cli;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.momo4j.convex.verify.Plan;
import org.momo4j.convex.verify.Subject;
import org.momo4j.convex.verify.Verification;
import org.momo4j.convex.verify.Verifier;
import org.momo4j.lab.failure.FileError;
import org.momo4j.lab.plugin.PluginPlaces;
import org.momo4j.lab.report.Counted;
import org.momo4j.lab.report.JsonDocument;
import org.momo4j.lab.report.Numbers;
import org.momo4j.lab.terminal.RunBar;
import org.momo4j.lab.terminal.Terminal;
import org.momo4j.lab.verification.RunPart;
import org.momo4j.lab.verification.Selection;
import org.momo4j.lab.verification.Subjects;
import org.momo4j.lab.verification.VerificationDetails;
import org.momo4j.lab.verification.VerificationDocument;
import org.momo4j.lab.verification.VerificationFiles;
import org.momo4j.lab.verification.VerificationText;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Verifies the theory. */
@Command(name = "verify", description = "Checks the theory on the convex test bed: every statement on every path, the "
        + "rates in the mean, tightness, and negative controls that must fail.")
final class VerifyCommand implements Callable<Integer> {
    /** The tight families run longer than all others: one run shows their exponent. */
    private static final int TIGHT_FACTOR = 10;

    private static final long MOST_STEPS = 100_000_000;
    private static final int MOST_SEEDS = 10_000;

    private final Terminal terminal;
    private final PluginPlaces places;
    private final Provider<Parts> installed;
    private final Selection testBed;

    @ParentCommand
    private MomoCommand momo = new MomoCommand();

    @Option(names = "--problems", paramLabel = "NAME", split = Values.COMMA, splitSynopsisLabel = ",", description = "Only these problems; momo list problems names them. Default: the whole test bed.")
    private List<String> problems = new ArrayList<>();

    @Option(names = "--optimizers", paramLabel = "NAME", split = Values.COMMA, splitSynopsisLabel = ",", description = "Only these optimizers. Default: all that claim what theory speaks of.")
    private List<String> optimizers = new ArrayList<>();

    @Option(names = "--betas", paramLabel = "BETA", split = Values.COMMA, splitSynopsisLabel = ",", defaultValue = "0,0.9,0.99", description = "Momenta, each in [0, 1). Default: ${DEFAULT-VALUE}.")
    private List<Double> betas = new ArrayList<>();

    @Option(names = "--steps", paramLabel = "K", defaultValue = "10000", description = "Steps of a run; ten times as many on the tight families. Default: ${DEFAULT-VALUE}.")
    private long steps;

    @Option(names = "--seeds", paramLabel = "N", defaultValue = "20", description = "Independent runs, over which means are taken; methods without a rate are run 3 times. Default: ${DEFAULT-VALUE}.")
    private int seeds;

    @Option(names = "--bound-offset", paramLabel = "X", defaultValue = "0", description = "Added to the lower bound that the methods use; anything but 0 must make checks fail. "
            + "Default: ${DEFAULT-VALUE}.")
    private double boundOffset;

    @Option(names = "--jobs", paramLabel = "N", description = "Threads. Default: one a processor.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--details", description = "Also print how each hypothesis was decided, and the gap at every K.")
    private boolean details;

    @Option(names = "--out", paramLabel = "DIR", description = "Also write verification.json and pictures there.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private PluginsOption plugins = new PluginsOption();

    @Inject
    VerifyCommand(Terminal terminal, PluginPlaces places, Provider<Parts> installed, Selection testBed) {
        this.terminal = terminal;
        this.places = places;
        this.installed = installed;
        this.testBed = testBed;
    }

    /** What is made once the places of plugins are known. */
    record Parts(Verifier verifier, Subjects subjects) {
        @Inject
        Parts {
        }
    }

    @Override
    public Integer call() throws IOException {
        plugins.apply(places);
        Parts parts = installed.get();
        Plan plan = plan(parts.subjects());
        if (out.isPresent()) {
            create(out.get()); // a place that cannot be written must not be found out after the work
        }
        Verification verification;
        try (RunBar bar = RunBar.on(terminal, "runs")) {
            verification = testBed.ordered(parts.verifier().verify(plan, bar));
        }
        if (verification.checks().isEmpty()) {
            throw new IllegalArgumentException("nothing to check: no method claims anything on the problems chosen");
        }
        RunPart run = new RunPart(Version.number(), Runtime.version().toString(), steps, seeds, betas, boundOffset);
        terminal.out().println(momo.format() == Format.JSON
                ? JsonDocument.of(VerificationDocument.of(verification, run))
                : text(verification).stripTrailing());
        if (out.isPresent()) {
            int files = VerificationFiles.write(verification, run, out.get()).size();
            terminal.err().println("momo: wrote " + Counted.of(files, "file") + " to " + out.get());
        }
        return verification.failed() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static void create(Path folder) {
        Require.that(!folder.toString().isEmpty(), "--out", "\"\"", "the name of a folder");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IllegalArgumentException(folder + " cannot be created: " + FileError.sentence(e), e);
        }
    }

    /** The names of the tight families that were chosen, as the subject of a sentence. */
    private static String onlyTight(Selection chosen) {
        return chosen.names().stream().map(n -> "\"" + n + "\"").collect(Collectors.joining(" and "))
                + (chosen.names().size() == 1 ? " is" : " are");
    }

    private String text(Verification verification) {
        String overview = new VerificationText(verification, terminal.columns()).render();
        return details ? new VerificationDetails(verification, terminal.columns()).render() + overview : overview;
    }

    private Plan plan(Subjects subjects) {
        Require.that(!betas.isEmpty(), "--betas", betas, "at least one number in [0, 1)");
        for (double beta : betas) {
            Require.that(beta >= 0 && beta < 1, "--betas", beta, "numbers in [0, 1)");
        }
        Require.that(steps >= 1 && steps <= MOST_STEPS, "--steps", steps,
                "a whole number, at least 1 and at most " + MOST_STEPS);
        Require.that(seeds >= 1 && seeds <= MOST_SEEDS, "--seeds", seeds,
                "a whole number, at least 1 and at most " + MOST_SEEDS);
        Require.that(jobs >= 1, "--jobs", jobs, "a whole number, at least 1");
        Require.that(Double.isFinite(boundOffset), "--bound-offset", boundOffset, "a finite number");
        Selection chosen = testBed.only(problems);
        List<Subject> judged = subjects.of(optimizers, betas);
        List<Subject> plain = Subjects.plain(judged);
        if (chosen.entries().isEmpty() && plain.isEmpty()) {
            throw new IllegalArgumentException("nothing to check: " + onlyTight(chosen)
                    + " run with momentum 0 only, and --betas is "
                    + betas.stream().map(Numbers::plain).collect(Collectors.joining(",")));
        }
        return new Plan(chosen.interpolating(), chosen.controls(), chosen.boundControls(),
                chosen.tight(TIGHT_FACTOR * steps), judged, plain, steps, seeds, boundOffset, jobs);
    }
}
