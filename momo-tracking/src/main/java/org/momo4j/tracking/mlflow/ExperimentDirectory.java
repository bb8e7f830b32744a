package org.momo4j.tracking.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mlflow.tracking.MlflowClient;

/** Experiments of the server, by name. */
final class ExperimentDirectory {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_KNOWN = 1000;

    private final Server server;
    private final ServerAddress address;
    private final Map<String, String> known = new HashMap<>();

    ExperimentDirectory(Server server, ServerAddress address) {
        this.server = server;
        this.address = address;
    }

    /**
     * The id of an experiment, which is made if it is not there.
     *
     * @throws SetAside if it is deleted
     */
    String id(String name) throws Refusal, PutOff, SetAside, Stopped {
        String there = known.get(name);
        if (there != null) {
            return there;
        }
        Optional<String> found = find(name);
        String id = found.isPresent() ? found.get() : create(name);
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        known.put(name, id);
        return id;
    }

    private Optional<String> find(String name) throws Refusal, PutOff, SetAside, Stopped {
        Function<MlflowClient, JsonNode> ask = Server.get("experiments/get-by-name", "experiment_name", name);
        JsonNode found;
        try {
            found = server.ask(client -> whole(ask.apply(client).path("experiment")));
        } catch (Refusal e) {
            if (e.isOfMissing()) {
                return Optional.empty();
            }
            throw e;
        }
        if (found.path("lifecycle_stage").asText().equals("deleted")) {
            throw new SetAside("The experiment \"" + name + "\" is deleted on " + address
                    + ": restore it there, or give the new one another name. Its runs stay where they are until then.");
        }
        return Optional.of(Answers.text(found, "experiment_id"));
    }

    private static JsonNode whole(JsonNode experiment) {
        Answers.text(experiment, "experiment_id");
        return experiment;
    }

    private String create(String name) throws Refusal, PutOff, SetAside, Stopped {
        try {
            String body = JSON.createObjectNode().put("name", name).toString();
            Function<MlflowClient, JsonNode> create = Server.post("experiments/create", body);
            return server.ask(client -> Answers.text(create.apply(client), "experiment_id"));
        } catch (Refusal e) {
            if (e.code().equals("RESOURCE_ALREADY_EXISTS")) { // made by another, or by a try of ours that seemed to fail
                return find(name).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    /** The server is not the one that it was. */
    void forget() {
        known.clear();
    }
}
