package org.momo4j.tracking.mlflow;

import java.util.Optional;

/** Finds the parents of runs. */
interface Family {
    /**
     * The id of MLflow of the run with this uid, which is made first if its journal is followed.
     *
     * @param uid        of the parent
     * @param experiment of the child
     * @return empty if it is nowhere
     * @throws PutOff if it may be there soon
     */
    Optional<String> runOf(String uid, String experiment) throws Refusal, PutOff, SetAside, Stopped;
}
