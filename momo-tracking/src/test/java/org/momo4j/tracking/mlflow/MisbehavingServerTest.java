package org.momo4j.tracking.mlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.momo4j.tracking.stub.Fault;
import org.momo4j.tracking.stub.Fault.Moment;
import org.momo4j.tracking.stub.Request;
import org.momo4j.tracking.stub.StubServer;

/** Whatever a server does wrong for a while, in the end it holds everything, once. */
@Timeout(300) // what would wait for ever fails instead
class MisbehavingServerTest {
    private static final Duration LONG = Duration.ofSeconds(120);
    private static final List<String> CALLS = List.of("experiments/get-by-name", "experiments/create", "runs/search",
            "runs/create", "runs/log-batch", "runs/log-inputs", "runs/update", "artifacts");

    @TempDir
    private Path folder;

    private final List<String> messages = new CopyOnWriteArrayList<>();

    static Stream<Arguments> faults() {
        return Stream.of(Moment.values()).flatMap(moment -> Stream.of(new Fault.Dropped(moment),
                new Fault.Hanging(moment), Fault.internalError(moment), Fault.unavailable(moment),
                Fault.unavailable(moment, 0), Fault.malformed(moment), Fault.badGateway(moment),
                new Fault.Restarting(moment, Duration.ofMillis(20)), Fault.tooManyRequests(0),
                Fault.unauthorized())).distinct().map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everythingArrivesOnceThoughEachKindOfCallGoesWrong(Fault fault) {
        try (StubServer server = StubServer.start()) {
            for (String call : CALLS) {
                // the client itself tries three times
                server.strike(fault, 4, request -> isCall(request, call));
            }
            deliverTo(server);
            for (String call : CALLS) {
                assertTrue(server.log().stream().anyMatch(seen -> isCall(seen.request(), call)), call);
            }
            // a run that was made is found, and not asked for again
            assertTrue(server.struck() >= 4L * CALLS.size() - 3, server.struck() + " went wrong");
            assertTrue(messages.size() <= 2, messages::toString);
        }
    }

    @Test
    void everythingArrivesOnceThoughEverythingGoesWrongForAWhile() {
        try (StubServer server = StubServer.start()) {
            server.strike(new Fault.Dropped(Moment.BEFORE_COMMIT), 20);
            server.strike(Fault.tooManyRequests(), 5);
            server.strike(Fault.badGateway(Moment.AFTER_COMMIT), 20);
            deliverTo(server);
        }
    }

    @Test
    void aServerThatComesLaterIsFound() throws InterruptedException {
        try (StubServer server = StubServer.start()) {
            server.stop();
            ExampleRun replica = ExampleRun.written(folder.resolve("run"), "exp", "u-1");
            try (Uploader uploader = uploader(server)) {
                uploader.follow(replica.journal().outbox(), replica.journal()::length);
                while (messages.isEmpty()) {
                    Thread.sleep(5);
                }
                assertTrue(uploader.delivered().trouble().isPresent());
                assertEquals(replica.journal().length(), uploader.delivered().waiting());
                server.restart();
                assertTrue(uploader.await(LONG), messages::toString);
                assertTrue(uploader.delivered().trouble().isEmpty());
            }
            replica.assertIsOn(server);
            assertEquals(2, messages.size(), messages::toString);
            assertTrue(messages.get(0).contains("does not answer as it should"), messages::toString);
            assertTrue(messages.get(1).contains("answers again"), messages::toString);
        }
    }

    @Test
    void aPageOfAProxyIsNoDelivery() {
        try (StubServer server = StubServer.start()) {
            Fault page = new Fault.Answering(Moment.BEFORE_COMMIT, 200, Map.of("Content-Type", "text/html"),
                    "<html>Please log in</html>");
            server.strike(page, 15);
            deliverTo(server);
        }
    }

    @Test
    void aProxyThatRefusesEverythingIsWaitedFor() {
        try (StubServer server = StubServer.start()) {
            Fault page = new Fault.Answering(Moment.BEFORE_COMMIT, 404, Map.of("Content-Type", "text/html"),
                    "<html>no such site</html>");
            server.strike(page, 15);
            deliverTo(server);
        }
    }

    private void deliverTo(StubServer server) {
        ExampleRun replica = ExampleRun.written(folder.resolve("run"), "exp", "u-1");
        try (Uploader uploader = uploader(server)) {
            uploader.follow(replica.journal().outbox(), replica.journal()::length);
            assertTrue(uploader.await(LONG), messages::toString);
            assertEquals(0, uploader.delivered().refused(), messages::toString);
        }
        replica.assertIsOn(server);
    }

    private Uploader uploader(StubServer server) {
        return new Uploader(MlflowSettings.of(server.uri()).withDeadline(Duration.ofMillis(400))
                .withPauses(Duration.ofMillis(2), Duration.ofMillis(20)), messages::add);
    }

    private static boolean isCall(Request request, String call) {
        return call.equals("artifacts") ? request.isArtifact() : request.calls(call);
    }
}
