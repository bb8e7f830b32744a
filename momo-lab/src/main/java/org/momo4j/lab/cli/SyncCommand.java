package org.momo4j.lab.cli;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.momo4j.lab.report.JsonDocument;
import org.momo4j.lab.sweep.FolderLock;
import org.momo4j.lab.terminal.Terminal;
import org.momo4j.lab.tracking.FinishedExperiment;
import org.momo4j.lab.tracking.LeftOver;
import org.momo4j.tracking.Tracking;
import org.momo4j.tracking.TrackingSettings;
import org.momo4j.tracking.mlflow.Delivered;
import org.momo4j.tracking.mlflow.MlflowSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Sends the runs of an experiment to an MLflow server. */
@Command(name = "sync", description = "Sends the runs of an experiment to an MLflow server: a parent run for the sweep, and a "
        + "run beneath it for every run, with parameters, metrics, pictures and CSV. Called again, it sends what is new and "
        + "nothing twice; interrupted, it goes on where it stopped.", footer = {"",
                "Name and password, or a token, come from MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or",
                "MLFLOW_TRACKING_TOKEN. A server of your own takes two commands:",
                "  python3 -m venv mlflow && mlflow/bin/pip install mlflow==3.18.0",
                "  mlflow/bin/mlflow server --backend-store-uri sqlite:///mlflow.db --artifacts-destination ./artifacts"})
final class SyncCommand implements Callable<Integer> {
    /** Every step that results have: they are thinned already. */
    private static final int ALL_DIGITS = 18;

    private final Terminal terminal;

    @ParentCommand
    private MomoCommand momo = new MomoCommand();

    @Parameters(paramLabel = "DIR", description = "The folder of an experiment, as momo run wrote it: runs/<experiment>.")
    private Path folder = Path.of("");

    @Option(names = "--to", paramLabel = "URI", required = true, defaultValue = "${env:MLFLOW_TRACKING_URI}", description = "The server, say http://127.0.0.1:5000. Default: MLFLOW_TRACKING_URI.")
    private String to = "";

    @Option(names = "--patience", paramLabel = "SECONDS", defaultValue = "60", description = "Gives up when the server has taken "
            + "nothing for so long; what is left can be sent later. Default: ${DEFAULT-VALUE}.")
    private double patience = 60;

    /**
     * What is printed.
     *
     * @param experiment its name
     * @param server     where it was sent
     * @param runs       found or made there, the parent among them
     * @param values     delivered by this call
     * @param refused    what the server will never take
     * @param waiting    bytes of journals that are still to be delivered
     */
    private record Document(String experiment, String server, long runs, long values, long refused, long waiting) {}

    @Inject
    SyncCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Require.that(Files.isDirectory(folder), "DIR", "\"" + folder + "\"",
                "the folder of an experiment, as momo run wrote it");
        Require.that(patience > 0 && patience <= 1e6, "--patience", patience, "seconds, more than 0 and at most 1e6");
        MlflowSettings server = MlflowSettings.of(to, System.getenv());
        FinishedExperiment results = FinishedExperiment.in(folder);
        TrackingSettings settings = new TrackingSettings(folder, results.name()).digits(ALL_DIGITS)
                .messages(this::say).to(server);
        Delivered delivered;
        try (FolderLock _ = FolderLock.of(folder);
                Tracking tracking = settings.open();
                DeliveryProgress progress = new DeliveryProgress(terminal)) {
            results.tell(tracking, this::say);
            delivered = tracking.drain(Duration.ofNanos((long) (patience * 1e9)), progress);
        }
        print(results.name(), server, delivered);
        return delivered.waiting() == 0 && delivered.aside() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void print(String experiment, MlflowSettings server, Delivered delivered) {
        if (momo.format() == Format.JSON) {
            terminal.out().println(JsonDocument.of(new Document(experiment, server.server().toString(),
                    delivered.runs(), delivered.values(), delivered.refused(), delivered.waiting())));
        } else {
            terminal.out().println(experiment + " on " + server.server() + ": " + DeliveryProgress.spell(delivered));
        }
        LeftOver.sentence(delivered, folder, server.server()).ifPresent(this::say);
    }

    private void say(String sentence) {
        terminal.err().println("momo: " + sentence);
    }
}
