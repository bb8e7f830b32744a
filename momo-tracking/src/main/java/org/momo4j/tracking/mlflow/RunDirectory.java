package org.momo4j.tracking.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mlflow.tracking.MlflowClient;
import org.momo4j.tracking.journal.Entry;
import org.momo4j.tracking.mlflow.Outcome.Cause;

/**
 * Runs of the server. Ours are found by their uid, in the tag {@value #UID}, so that a run is made once whatever happens in
 * between: to make a run is the one thing that the server does twice when it is asked twice.
 */
final class RunDirectory {
    /** The tag that holds the uid. */
    static final String UID = "momo.uid";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_COPIES = 10;

    private final Server server;

    /**
     * A run of the server.
     *
     * @param id          of MLflow
     * @param running     whether the server thinks that it is still at work
     * @param artifactUri where its files belong
     * @param hasData     whether there are metrics or parameters of it
     */
    record Run(String id, boolean running, String artifactUri, boolean hasData) {}

    /** What a run is looked for by. */
    private record Sought(String experiment, String uid) {}

    /** Runs that we asked for without being told what became of it: they may be there twice, later on. */
    private final Set<Sought> doubtful = new HashSet<>();
    /** Those of them that we have, by the id of the run that is kept. */
    private final Map<String, Sought> kept = new HashMap<>();

    RunDirectory(Server server) {
        this.server = server;
    }

    /** The run with this uid, if it is there and not deleted; of several the one that has something in it. */
    Optional<Run> find(String experiment, String uid) throws Refusal, PutOff, Stopped {
        Optional<Run> found = server.ask(search(experiment, uid)).stream().findFirst();
        found.ifPresent(run -> keep(run, new Sought(experiment, uid)));
        return found;
    }

    private void keep(Run run, Sought sought) {
        if (doubtful.remove(sought)) {
            kept.put(run.id(), sought);
        }
    }

    private static Function<MlflowClient, List<Run>> search(String experiment, String uid) {
        char quote = uid.indexOf('\'') < 0 ? '\'' : '"';
        ObjectNode body = JSON.createObjectNode().put("filter", "tags.`" + UID + "` = " + quote + uid + quote)
                .put("run_view_type", "ACTIVE_ONLY").put("max_results", MOST_COPIES);
        body.putArray("experiment_ids").add(experiment);
        return client -> Answers.answer(client.sendPost("runs/search", body.toString())).path("runs").valueStream()
                .filter(run -> isOf(run, uid)).map(RunDirectory::run)
                .sorted(Comparator.comparing(Run::hasData).reversed().thenComparing(Run::id)).toList();
    }

    /**
     * Deletes the empty copies of a run. There are some if the server made the run after we gave up waiting for it, and made it
     * once more when we asked again. Nobody else loses anything: the server keeps what is deleted for a while, and who had chosen
     * an empty copy finds this one.
     *
     * @param id of the run that is kept
     */
    void deleteCopies(String id) throws Stopped {
        Sought sought = kept.get(id);
        if (sought == null) {
            return;
        }
        try {
            for (Run copy : server.ask(search(sought.experiment(), sought.uid()))) {
                if (!copy.id().equals(id) && !copy.hasData() && copy.running()) {
                    server.ask(Server.post("runs/delete", JSON.createObjectNode().put("run_id", copy.id()).toString()));
                }
            }
            kept.remove(id);
        } catch (Refusal | PutOff e) {
            server.voice().say("Empty copies of the run " + id + " may be on the server: they could not be deleted, "
                    + e.getMessage());
        }
    }

    private static boolean isOf(JsonNode run, String uid) {
        return run.path("data").path("tags").valueStream().anyMatch(
                tag -> tag.path("key").asText().equals(UID) && tag.path("value").asText().equals(uid));
    }

    private static Run run(JsonNode run) {
        JsonNode info = run.path("info");
        return new Run(Answers.text(info, "run_id"), info.path("status").asText().equals("RUNNING"),
                info.path("artifact_uri").asText(),
                !run.path("data").path("metrics").isEmpty() || !run.path("data").path("params").isEmpty());
    }

    /** The run with this id of MLflow, if it is there and not deleted. */
    Optional<Run> get(String id) throws Refusal, PutOff, Stopped {
        Function<MlflowClient, JsonNode> ask = Server.get("runs/get", "run_id", id);
        try {
            return server.ask(client -> {
                JsonNode run = ask.apply(client).path("run");
                Run there = run(run);
                boolean deleted = run.path("info").path("lifecycle_stage").asText().equals("deleted");
                return deleted ? Optional.empty() : Optional.of(there);
            });
        } catch (Refusal e) {
            if (e.isOfMissing()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Makes a run. Before each try but the first it is looked for: the try before may have made it.
     *
     * @param experiment of MLflow
     * @param began      what the run is
     * @param millis     when it began
     * @param parent     its parent's id of MLflow
     */
    Run create(String experiment, Entry.Began began, long millis, Optional<String> parent)
            throws Refusal, PutOff, Stopped {
        String body = body(experiment, began, millis, parent);
        Sought sought = new Sought(experiment, began.uid());
        Outcome<Run> first = created(body);
        if (first instanceof Outcome.Failed) {
            doubtful.add(sought);
        }
        Run made = server.insist(() -> {
            Outcome<List<Run>> found = server.outcome(server.start(search(experiment, began.uid())));
            return switch (found) {
                case Outcome.Taken<List<Run>>(List<Run> runs) when !runs.isEmpty() ->
                    new Outcome.Taken<>(runs.getFirst());
                case Outcome.Taken<List<Run>> _ -> created(body);
                case Outcome.Refused<List<Run>> refused -> refused.typed();
                case Outcome.Failed<List<Run>> failed -> failed.typed();
            };
        }, first);
        keep(made, sought);
        return made;
    }

    private Outcome<Run> created(String body) throws Stopped {
        return switch (server.http().post("api/2.0/mlflow/runs/create", body)) {
            case Outcome.Taken<JsonNode>(JsonNode answer) ->
                answer.path("run").path("info").path("run_id").asText().isEmpty()
                        ? new Outcome.Failed<>(Cause.OUT_OF_ORDER, "a new run without an id")
                        : new Outcome.Taken<>(run(answer.path("run")));
            case Outcome.Refused<JsonNode> refused -> refused.typed();
            case Outcome.Failed<JsonNode> failed -> failed.typed();
        };
    }

    private static String body(String experiment, Entry.Began began, long millis, Optional<String> parent) {
        String user = System.getProperty("user.name", "");
        ObjectNode body = JSON.createObjectNode().put("experiment_id", experiment).put("user_id", user)
                .put("run_name", began.name()).put("start_time", millis);
        ArrayNode tags = body.putArray("tags");
        tags.addObject().put("key", UID).put("value", began.uid());
        tags.addObject().put("key", "mlflow.runName").put("value", began.name());
        tags.addObject().put("key", "mlflow.user").put("value", user);
        parent.ifPresent(id -> tags.addObject().put("key", "mlflow.parentRunId").put("value", id));
        return body.toString();
    }
}
