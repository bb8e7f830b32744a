package org.momo4j.tracking.mlflow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mlflow.api.proto.Service;

/** Experiments of the server, by name. */
final class ExperimentDirectory {
    private static final String DELETED = "deleted";
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
        Optional<Service.Experiment> found = server.ask(client -> client.getExperimentByName(name));
        if (found.isPresent() && found.get().getLifecycleStage().equals(DELETED)) {
            throw new SetAside("The experiment \"" + name + "\" is deleted on " + address
                    + ": restore it there, or give the new one another name. Its runs stay where they are until then.");
        }
        return found.map(Service.Experiment::getExperimentId).filter(id -> !id.isEmpty());
    }

    private String create(String name) throws Refusal, PutOff, SetAside, Stopped {
        try {
            return server.ask(client -> {
                String id = client.createExperiment(name);
                if (id.isEmpty()) {
                    throw new IllegalStateException("a new experiment without an id");
                }
                return id;
            });
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
