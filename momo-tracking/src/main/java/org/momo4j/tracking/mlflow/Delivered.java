package org.momo4j.tracking.mlflow;

import java.util.Optional;

/**
 * What an uploader has come to.
 *
 * @param runs    found or made on the server
 * @param values  metric values, parameters, tags, data sets, artifacts and endings that the server has taken
 * @param refused of the same, what it will never take
 * @param waiting bytes of journals that are still to be delivered
 * @param aside   journals that cannot be delivered for a reason that was said
 * @param trouble why the server does not answer just now
 */
public record Delivered(long runs, long values, long refused, long waiting, long aside, Optional<String> trouble) {
    /** Nothing at all. */
    public static final Delivered NOTHING = new Delivered(0, 0, 0, 0, 0, Optional.empty());
}
