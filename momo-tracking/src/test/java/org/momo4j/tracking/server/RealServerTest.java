package org.momo4j.tracking.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealServerTest {
    private static Optional<RealServer> launched = Optional.empty();

    @BeforeEach
    void launch() throws Exception {
        if (launched.isEmpty()) { // both tests take the same
            launched = Optional.of(RealServer.launch());
        }
    }

    @Test
    void stopsAndStartsWithItsData() throws Exception {
        RealServer server = launched.orElseThrow();
        try (Client client = new Client(server.uri())) {
            String experiment = client.post("experiments/create", "{\"name\":\"again\"}").json().path("experiment_id")
                    .asText();
            assertEquals(200, client.post("runs/create", "{\"experiment_id\":\"" + experiment + "\"}").status());
            List<Recorded.Run> before = server.runs("again");
            assertEquals(1, before.size());
            List<ProcessHandle> processes = server.processes();
            assertTrue(processes.size() > 1, "a server and its worker");
            server.stop();
            assertFalse(processes.stream().anyMatch(ProcessHandle::isAlive));
            server.start();
            assertEquals(before, server.runs("again"));
        }
    }

    @Test
    void whatItSaidIsShownWhenItEnds() throws Exception {
        RealServer server = launched.orElseThrow();
        server.stop();
        try (ServerSocket taken = new ServerSocket(server.uri().getPort(), 1, InetAddress.getByName("127.0.0.1"))) {
            assertTrue(taken.isBound());
            String message = assertThrows(IllegalStateException.class, server::start).getMessage();
            assertTrue(message.contains("MLflow ended with") && message.contains("address already in use"), message);
        } finally {
            server.start();
        }
    }

    @AfterAll
    static void close() {
        launched.ifPresent(RealServer::close);
    }
}
