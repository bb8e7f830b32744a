package org.momo4j.tracking.mlflow;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.momo4j.tracking.mlflow.Outcome.Cause;

/**
 * Says when a call that fails again and again counts as refused. Some things a server never takes, and says so by the answer that
 * means an accident: a file at the place of a folder is one. It is awake then, and takes what is not that thing; what stands
 * behind it in the journal must not wait for ever. A server that takes nothing of the run, as with a full disk, is waited for.
 */
final class Patience {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_FAILURES = 3;

    private final Server server;
    private final Supplier<String> uid;
    private long line = -1;
    private int failures;

    /**
     * With one outbox.
     *
     * @param server to look whether it takes other things
     * @param uid    of the run; not asked for before the run is on the server
     */
    Patience(Server server, Supplier<String> uid) {
        this.server = server;
        this.uid = uid;
    }

    /**
     * Whether this failure is the last that is waited for. Each is that of many tries.
     *
     * @param failed what happened
     * @param first  the line of the journal that what was sent begins with
     * @param runId  of MLflow
     * @throws PutOff if the server takes nothing else either
     */
    boolean isOver(PutOff failed, long first, String runId) throws PutOff, Stopped {
        if (failed.kind() != Cause.OUT_OF_ORDER) {
            return false;
        }
        if (first != line) {
            line = first;
            failures = 0;
        }
        failures++;
        return failures >= MOST_FAILURES && takesOthers(runId);
    }

    /** Writes what is there already. */
    private boolean takesOthers(String runId) throws PutOff, Stopped {
        ObjectNode body = JSON.createObjectNode().put("run_id", runId);
        body.putArray("tags").addObject().put("key", RunDirectory.UID).put("value", uid.get());
        try {
            server.ask(Server.post("runs/log-batch", body.toString()));
            return true;
        } catch (Refusal e) {
            return false; // the run is ended by its server, or gone: the next turn sees
        }
    }
}
