package org.momo4j.lab.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.step.RunListener;
import org.momo4j.lab.experiment.Outcome;
import org.momo4j.lab.experiment.RunPlan;
import org.momo4j.lab.experiment.Training;
import org.momo4j.lab.run.Assembly;
import org.momo4j.lab.run.NotApplicableException;
import org.momo4j.lab.run.Plans;
import org.momo4j.lab.run.Stopwatch;
import org.momo4j.lab.run.TrainingLoop;
import org.momo4j.tracking.Tracker;
import org.momo4j.tracking.Tracking;
import org.momo4j.tracking.TrackingSettings;
import org.momo4j.tracking.journal.Outbox;
import org.momo4j.tracking.mlflow.MlflowSettings;
import org.momo4j.tracking.server.Replica;
import org.momo4j.tracking.stub.Fault;
import org.momo4j.tracking.stub.Fault.Moment;
import org.momo4j.tracking.stub.StubServer;

/**
 * What tracking costs a training loop: the same run with nobody listening and with a tracker whose server misbehaves in one way
 * after the other, alternately. Prints the seconds of each and the ratio of their medians. No test, since times are not asserted.
 */
final class TrackingCost {
    private static final long FOR_NOW = Long.MAX_VALUE;
    private static final Duration EACH = Duration.ofSeconds(3);

    private TrackingCost() {}

    /** {@code EPOCHS PAIRS}: 12,000 epochs take about a minute. */
    public static void main(String[] arguments) throws IOException, NotApplicableException, InterruptedException {
        long epochs = Long.parseLong(arguments[0]);
        int pairs = Integer.parseInt(arguments[1]);
        List<Double> alone = new ArrayList<>();
        List<Double> tracked = new ArrayList<>();
        seconds(plan(epochs / 4), new RunListener() {
        });
        for (int i = 0; i < pairs; i++) {
            alone.add(seconds(plan(epochs), new RunListener() {
            }));
            tracked.add(tracked(plan(epochs)));
            System.out.printf("alone %.2f s, tracked %.2f s%n", alone.getLast(), tracked.getLast());
        }
        System.out.printf("medians: alone %.2f s, tracked %.2f s, ratio %.4f%n", median(alone), median(tracked),
                median(tracked) / median(alone));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double tracked(RunPlan plan) throws IOException, NotApplicableException, InterruptedException {
        Path folder = Files.createTempDirectory("momo-cost");
        try (StubServer server = StubServer.start()) {
            Thread trouble = Thread.ofPlatform().daemon().start(() -> misbehave(server));
            TrackingSettings settings = new TrackingSettings(folder, "cost").messages(sentence -> {
            }).to(MlflowSettings.of(server.uri()).withDeadline(Duration.ofSeconds(1))
                    .withPauses(Duration.ofMillis(100), Duration.ofSeconds(1)));
            try (Tracking tracking = settings.open()) {
                double seconds;
                try (Tracker tracker = tracking.run("run")) {
                    seconds = seconds(plan, tracker);
                }
                trouble.interrupt();
                trouble.join();
                server.heal();
                server.restart();
                if (!tracking.await(Duration.ofMinutes(5))) {
                    throw new IllegalStateException("not everything arrived");
                }
                Replica.assertExact(server, "cost",
                        List.of(Replica.of(new Outbox(folder.resolve("cost/run/tracking")))));
                System.out.println(server.struck() + " faults, " + tracking.delivered());
                return seconds;
            }
        }
    }

    private static void misbehave(StubServer server) {
        List<Fault> faults = List.of(new Fault.Hanging(Moment.BEFORE_COMMIT), new Fault.Dropped(Moment.AFTER_COMMIT),
                Fault.internalError(Moment.BEFORE_COMMIT), Fault.unavailable(Moment.BEFORE_COMMIT),
                Fault.tooManyRequests(), Fault.tooManyRequests(1), new Fault.Dripping(Duration.ofMillis(50)),
                Fault.malformed(Moment.AFTER_COMMIT),
                new Fault.Restarting(Moment.BEFORE_COMMIT, Duration.ofSeconds(1)));
        try {
            for (int i = 0;; i++) {
                server.strike(faults.get(i % faults.size()), FOR_NOW);
                Thread.sleep(EACH);
                server.heal();
                Thread.sleep(Duration.ofSeconds(1));
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static double seconds(RunPlan plan, RunListener listener) throws NotApplicableException {
        TrainingLoop loop = new TrainingLoop(plan, new Assembly(Plans.installed()).of(plan), new Stopwatch(), listener);
        long begun = System.nanoTime();
        Optional<Outcome> outcome = loop.begin();
        while (outcome.isEmpty()) {
            outcome = loop.step();
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** 2000 examples of 500 numbers in batches of 50: 40 steps and one evaluation an epoch. */
    private static RunPlan plan(long epochs) {
        Training training = Plans.training(epochs);
        return new RunPlan("cost", new Choice("least-squares", Map.of("samples", 2000, "dimension", 500)),
                Choice.of("momo"), new Choice("constant", Map.of("rate", 1.0)),
                new Choice("known", Map.of("value", 0.0)),
                new Training(training.type(), 50, training.sampling(), 1, training.clip(), training.length(),
                        training.evaluations(), training.stopping(), 0, 1),
                0, Map.of());
    }
}
