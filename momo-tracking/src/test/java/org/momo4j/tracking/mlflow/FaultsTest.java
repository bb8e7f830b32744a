package org.momo4j.tracking.mlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.momo4j.tracking.server.RealServer;
import org.momo4j.tracking.server.Replica;
import org.momo4j.tracking.server.SharedServer;
import org.momo4j.tracking.stub.Fault;
import org.momo4j.tracking.stub.Fault.Moment;
import org.momo4j.tracking.stub.Request;
import org.momo4j.tracking.stub.StubServer;

/**
 * The contract: a journal is followed while it grows, something goes wrong in the middle, and in the end the server holds
 * exactly what the journal says. Nothing is lost, nothing is there twice, and nothing is left open.
 */
class FaultsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ARTIFACT = "artifact";
    private static final String BATCH = "runs/log-batch";
    /** What an uploader cannot do without. */
    private static final Set<String> NEEDED = Set.of("experiments/create", "runs/create", BATCH,
            "runs/log-inputs", "runs/update", ARTIFACT);
    /** What it may ask too. */
    private static final Set<String> USEFUL = Set.of("experiments/get-by-name", "runs/search", "runs/get");

    @TempDir
    private Path temporary;

    private final List<String> messages = Collections.synchronizedList(new ArrayList<>());
    private String experiment = "";

    @BeforeEach
    void nameTheExperiment() {
        experiment = "faults " + temporary.getFileName();
    }

    /** Something done between the parts of a run. */
    private interface Trouble {
        Trouble NONE = uploader -> {
        };

        void make(Uploader uploader) throws Exception;
    }

    /** Follows a run from its beginning to its end, and looks whether nothing is left open. */
    private Replica followed(MlflowSettings settings, Trouble afterFirst, Trouble afterSecond, long refused)
            throws Exception {
        try (LoggedRun run = new LoggedRun(temporary.resolve("outbox"), experiment, messages::add)) {
            Leftovers leftovers = Leftovers.since(temporary);
            try (Uploader uploader = new Uploader(settings, messages::add)) {
                uploader.follow(run.outbox(), run::durable);
                run.first();
                assertTrue(uploader.await(PATIENCE), () -> "the first part is not delivered: " + uploader.delivered());
                afterFirst.make(uploader);
                run.second();
                afterSecond.make(uploader);
                run.third();
                assertTrue(uploader.await(PATIENCE), () -> "not delivered: " + uploader.delivered());
                Delivered delivered = uploader.delivered();
                assertEquals(List.of(0L, 0L, refused, 1L),
                        List.of(delivered.waiting(), delivered.aside(), delivered.refused(), delivered.runs()),
                        () -> messages.toString());
            }
            leftovers.assertNone();
            return Replica.of(run.outbox());
        }
    }

    private static MlflowSettings impatient(StubServer server) {
        return MlflowSettings.of(server.uri()).withDeadline(Duration.ofMillis(400)).withPauses(Duration.ofMillis(5),
                Duration.ofMillis(50));
    }

    /**
     * A fault at every call.
     *
     * @param name  what it is
     * @param fault likewise
     * @param times at each call; MLflow's own client repeats a call three times by itself
     */
    private record Case(String name, Fault fault, int times) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> everyCall() {
        return Stream.concat(Stream.of(Moment.values()).flatMap(moment -> Stream.of(
                new Case("dropped " + moment, new Fault.Dropped(moment), 4),
                new Case("hanging " + moment, new Fault.Hanging(moment), 1),
                new Case("restarting " + moment, new Fault.Restarting(moment, Duration.ofMillis(30)), 1),
                new Case("500 " + moment, Fault.internalError(moment), 4),
                new Case("503 " + moment, Fault.unavailable(moment), 4),
                new Case("503 with Retry-After " + moment, Fault.unavailable(moment, 1), 1),
                new Case("200 with torn JSON " + moment, Fault.malformed(moment), 2),
                new Case("502 with a page " + moment, Fault.badGateway(moment), 4))),
                Stream.of(new Case("429", Fault.tooManyRequests(), 2),
                        new Case("429 with Retry-After", Fault.tooManyRequests(1), 1),
                        new Case("dripping", new Fault.Dripping(Duration.ofMillis(50)), 1),
                        new Case("401", Fault.unauthorized(), 2)));
    }

    @ParameterizedTest
    @MethodSource("everyCall")
    void atEveryCall(Case one) throws Exception {
        try (StubServer server = StubServer.start()) {
            Set<String> struck = ConcurrentHashMap.newKeySet();
            Stream.concat(NEEDED.stream(), USEFUL.stream()).filter(call -> !call.equals(BATCH))
                    .forEach(call -> strike(server, one, call, struck));
            Replica told = followed(impatient(server), uploader -> strike(server, one, BATCH, struck),
                    Trouble.NONE, 0);
            assertTrue(struck.containsAll(NEEDED), struck::toString);
            holdsExactly(told, server);
        }
    }

    private static void strike(StubServer server, Case one, String call, Set<String> struck) {
        server.strike(one.fault(), one.times(), request -> {
            boolean is = calls(request, call);
            if (is) {
                struck.add(call);
            }
            return is;
        });
    }

    private static boolean calls(Request request, String call) {
        return call.equals(ARTIFACT) ? request.isArtifact() : request.calls(call);
    }

    private void holdsExactly(Replica told, StubServer server) throws Exception {
        Replica.assertExact(server, experiment, List.of(told));
        Eventually.is("connections are closed", () -> server.connections() == 0, server::connections);
    }

    static Stream<Case> outages() {
        return Stream.of(new Case("dropped", new Fault.Dropped(Moment.AFTER_COMMIT), 5),
                new Case("hanging", new Fault.Hanging(Moment.AFTER_COMMIT), 3),
                new Case("500", Fault.internalError(Moment.AFTER_COMMIT), 20),
                new Case("503", Fault.unavailable(Moment.BEFORE_COMMIT), 20),
                new Case("429", Fault.tooManyRequests(), 20),
                new Case("502 with a page", Fault.badGateway(Moment.BEFORE_COMMIT), 20),
                new Case("200 with torn JSON", Fault.malformed(Moment.AFTER_COMMIT), 5),
                new Case("401", Fault.unauthorized(), 5));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void everywhereUntilItIsOver(Case one) throws Exception {
        try (StubServer server = StubServer.start()) {
            Replica told = followed(impatient(server), uploader -> server.strike(one.fault(), Long.MAX_VALUE),
                    uploader -> {
                        Eventually.is("it strikes", () -> server.struck() >= one.times(), server::struck);
                        server.heal();
                    }, 0);
            holdsExactly(told, server);
        }
    }

    @Test
    void nobodyListens() throws Exception {
        try (StubServer server = StubServer.start()) {
            Replica told = followed(impatient(server), uploader -> server.stop(), uploader -> {
                Eventually.is("it notices", () -> uploader.delivered().trouble().isPresent(), uploader::delivered);
                server.restart();
            }, 0);
            holdsExactly(told, server);
        }
    }

    @Test
    void oneMetricIsRefused() throws Exception {
        try (StubServer server = StubServer.start()) {
            server.strike(new Fault.RefusingMetric("refused"), Long.MAX_VALUE);
            holdsExactly(followed(impatient(server), Trouble.NONE, Trouble.NONE, 1).without("refused"), server);
        }
    }

    @Test
    void nothingIsWrong() throws Exception {
        try (StubServer server = StubServer.start()) {
            holdsExactly(followed(impatient(server), Trouble.NONE, Trouble.NONE, 0), server);
        }
    }

    @Test
    void credentials() throws Exception {
        try (StubServer server = StubServer.start().requireBasic("me", "päss:wörd")) {
            MlflowSettings known = new MlflowSettings(server.uri(), Credentials.of("me", "päss:wörd"),
                    Duration.ofSeconds(30),
                    Duration.ofMillis(5), Duration.ofMillis(50), 4);
            holdsExactly(followed(known, Trouble.NONE, Trouble.NONE, 0), server);
        }
    }

    @Test
    @ExtendWith(SharedServer.class)
    void nothingIsWrongWithARealServer(RealServer server) throws Exception {
        Replica told = followed(MlflowSettings.of(server.uri()), Trouble.NONE, Trouble.NONE, 0);
        Replica.assertExact(server, experiment, List.of(told));
    }

    @Test
    @ExtendWith(SharedServer.class)
    void aRealServerRestartsInTheMiddle(RealServer server) throws Exception {
        MlflowSettings settings = MlflowSettings.of(server.uri()).withPauses(Duration.ofMillis(100),
                Duration.ofSeconds(1));
        try {
            Replica told = followed(settings, uploader -> server.stop(), uploader -> {
                Eventually.is("it notices", () -> uploader.delivered().trouble().isPresent(), uploader::delivered);
                server.start();
            }, 0);
            Replica.assertExact(server, experiment, List.of(told));
        } finally {
            server.start(); // others want it too
        }
    }
}
