package org.momo4j.tracking.mlflow;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.creds.BasicMlflowHostCreds;

/**
 * MLflow's own Java client, made safe. It has no time-out for answers; a refusal by 429 costs it a connection, and the second
 * one blocks it for ever. So each call has a deadline and a client for itself, and a client whose call failed is closed, with its
 * sockets, and never used again.
 */
final class Clients {
    private final BasicMlflowHostCreds server;
    private final Answers answers;
    private final Deque<MlflowClient> free = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Clients(MlflowSettings settings, Answers answers) {
        this.answers = answers;
        server = settings.credentials().at(settings.server().toString());
    }

    /** A call to be made, with the client that it is made with. */
    <T> Prepared<T> prepare(Function<MlflowClient, T> call) {
        MlflowClient known = free.poll();
        MlflowClient client = known == null ? new MlflowClient(server) : known;
        return new Prepared<>(() -> made(call, client), client::close);
    }

    /**
     * A call to be made.
     *
     * @param call  makes it
     * @param letGo closes what it works with
     */
    record Prepared<T>(Supplier<Outcome<T>> call, Runnable letGo) {}

    private <T> Outcome<T> made(Function<MlflowClient, T> call, MlflowClient client) {
        Outcome<T> outcome;
        try {
            outcome = new Outcome.Taken<>(call.apply(client));
        } catch (Throwable e) { // whatever the client does, the uploader goes on
            outcome = answers.of(e);
        }
        if (outcome instanceof Outcome.Failed) {
            client.close();
        } else {
            free.push(client);
            if (closed) { // while it was at work
                close();
            }
        }
        return outcome;
    }

    /** Closes those that are not at work, and the others when they are done. */
    void close() {
        closed = true;
        for (MlflowClient client = free.poll(); client != null; client = free.poll()) {
            client.close();
        }
    }
}
