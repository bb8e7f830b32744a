package org.momo4j.tracking.mlflow;

/**
 * What is needed to deliver, whatever the run.
 *
 * @param address     of the server
 * @param server      to ask
 * @param experiments of the server
 * @param runs        of the server
 * @param artifacts   to send files
 * @param inFlight    batches of one run under way at once
 * @param tally       counts
 */
record Desk(ServerAddress address, Server server, ExperimentDirectory experiments, RunDirectory runs,
        ArtifactUpload artifacts, int inFlight, Tally tally) {
    /** For a server. */
    static Desk of(MlflowSettings settings, Server server) {
        ServerAddress address = settings.address();
        return new Desk(address, server, new ExperimentDirectory(server, address), new RunDirectory(server),
                new ArtifactUpload(server), settings.inFlight(), new Tally());
    }
}
