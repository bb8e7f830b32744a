package org.momo4j.tracking.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Optional;
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
     */
    record Run(String id, boolean running, String artifactUri) {}

    RunDirectory(Server server) {
        this.server = server;
    }

    /** The run with this uid, if it is there and not deleted. */
    Optional<Run> find(String experiment, String uid) throws Refusal, PutOff, Stopped {
        return server.ask(search(experiment, uid));
    }

    private static Function<MlflowClient, Optional<Run>> search(String experiment, String uid) {
        char quote = uid.indexOf('\'') < 0 ? '\'' : '"';
        ObjectNode body = JSON.createObjectNode().put("filter", "tags.`" + UID + "` = " + quote + uid + quote)
                .put("run_view_type", "ACTIVE_ONLY").put("max_results", MOST_COPIES);
        body.putArray("experiment_ids").add(experiment);
        return client -> Answers.answer(client.sendPost("runs/search", body.toString())).path("runs").valueStream()
                .filter(run -> isOf(run, uid)).map(RunDirectory::run).min(Comparator.comparing(Run::id));
    }

    private static boolean isOf(JsonNode run, String uid) {
        return run.path("data").path("tags").valueStream().anyMatch(
                tag -> tag.path("key").asText().equals(UID) && tag.path("value").asText().equals(uid));
    }

    private static Run run(JsonNode run) {
        JsonNode info = run.path("info");
        return new Run(Answers.text(info, "run_id"), info.path("status").asText().equals("RUNNING"),
                info.path("artifact_uri").asText());
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
        return server.insist(() -> {
            Outcome<Optional<Run>> found = server.outcome(server.start(search(experiment, began.uid())));
            return switch (found) {
                case Outcome.Taken<Optional<Run>>(Optional<Run> run) when run.isPresent() ->
                    new Outcome.Taken<>(run.get());
                case Outcome.Taken<Optional<Run>> _ -> created(body);
                case Outcome.Refused<Optional<Run>> refused -> refused.typed();
                case Outcome.Failed<Optional<Run>> failed -> failed.typed();
            };
        }, created(body));
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
