package org.momo4j.tracking.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mlflow.api.proto.Service;
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
    private static final String DELETED = "deleted";
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
        String filter = "tags.`" + UID + "` = " + quote + uid + quote;
        return client -> client
                .searchRuns(List.of(experiment), filter, Service.ViewType.ACTIVE_ONLY, MOST_COPIES, List.of())
                .getItems()
                .stream().filter(run -> isOf(run, uid)).map(run -> run(run.getInfo()))
                .min(Comparator.comparing(Run::id));
    }

    private static boolean isOf(Service.Run run, String uid) {
        return run.getData().getTagsList().stream()
                .anyMatch(tag -> tag.getKey().equals(UID) && tag.getValue().equals(uid));
    }

    private static Run run(Service.RunInfo info) {
        return new Run(info.getRunId(), info.getStatus() == Service.RunStatus.RUNNING, info.getArtifactUri());
    }

    /** The run with this id of MLflow, if it is there and not deleted. */
    Optional<Run> get(String id) throws Refusal, PutOff, Stopped {
        try {
            Service.RunInfo info = server.ask(client -> client.getRun(id).getInfo());
            return info.getLifecycleStage().equals(DELETED) ? Optional.empty() : Optional.of(run(info));
        } catch (Refusal e) {
            if (e.code().equals("RESOURCE_DOES_NOT_EXIST")) {
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
            Outcome<Optional<Run>> found = server.start(search(experiment, began.uid())).outcome();
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
            case Outcome.Taken<JsonNode>(JsonNode answer) -> {
                JsonNode info = answer.path("run").path("info");
                Run run = new Run(info.path("run_id").asText(), true, info.path("artifact_uri").asText());
                yield run.id().isEmpty()
                        ? new Outcome.Failed<>(Cause.OUT_OF_ORDER, "a new run without an id")
                        : new Outcome.Taken<>(run);
            }
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
