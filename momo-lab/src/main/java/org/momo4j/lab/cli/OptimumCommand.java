package org.momo4j.lab.cli;

import jakarta.inject.Inject;
import java.nio.file.Path;
import org.momo4j.api.objective.Optimum;
import org.momo4j.convex.data.Dataset;
import org.momo4j.convex.data.LibsvmReader;
import org.momo4j.convex.optimum.LeastSquaresOptimum;
import org.momo4j.convex.optimum.LogisticOptimum;
import org.momo4j.lab.report.JsonDocument;
import org.momo4j.lab.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Computes optimal values. */
@Command(name = "optimum", description = "The optimal value of a convex problem, with its certificate.", footer = {"",
        "squared:  (1/2n) sum (<a_i,x> - b_i)^2 + (l2/2)|x|^2",
        "logistic: (1/n) sum log(1 + exp(-b_i <a_i,x>)) + (l2/2)|x|^2, the two labels mapped to -1 and +1",
        "No intercept is added and nothing is scaled."})
final class OptimumCommand implements Runnable {
    private final Terminal terminal;

    @ParentCommand
    private MomoCommand momo = new MomoCommand();

    @Option(names = "--data", paramLabel = "FILE", required = true, description = "The examples, in the LIBSVM format; gzip is recognised.")
    private Path data = Path.of("");

    @Option(names = "--loss", paramLabel = "squared|logistic", required = true, description = "The loss.")
    private Loss loss = Loss.SQUARED;

    @Option(names = "--l2", paramLabel = "L", defaultValue = "0", description = "Weight of (1/2)|x|^2. Default: ${DEFAULT-VALUE}.")
    private double l2;

    @Inject
    OptimumCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The document of {@code --format json}. */
    private record Document(double optimum, boolean attained, Optimum.Certificate certificate) {}

    @Override
    public void run() {
        Require.that(l2 >= 0 && l2 < Double.POSITIVE_INFINITY, "--l2", l2, "a number in [0, inf)");
        Dataset examples = new LibsvmReader().read(data);
        Optimum optimum = switch (loss) {
            case SQUARED -> LeastSquaresOptimum.of(examples, l2);
            case LOGISTIC -> LogisticOptimum.of(examples, l2);
        };
        boolean attained = optimum.minimiser().isPresent();
        if (momo.format() == Format.JSON) {
            terminal.out().println(JsonDocument.of(new Document(optimum.value(), attained, optimum.certificate())));
        } else {
            terminal.out().println("data         " + examples);
            terminal.out().println("optimum      " + optimum.value() + (attained ? "" : " (an infimum, not attained)"));
            terminal.out().println("certificate  " + optimum.certificate().kind() + ": the true value is at most "
                    + optimum.certificate().gap() + " below");
            terminal.out().println("how          " + optimum.certificate().how());
        }
    }
}
