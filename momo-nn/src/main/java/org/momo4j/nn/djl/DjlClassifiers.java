package org.momo4j.nn.djl;

import java.util.List;
import org.momo4j.api.vector.ElementType;
import org.momo4j.nn.network.Network;

/** Networks by name, for callers who must not see a class of DJL before they have one. */
public final class DjlClassifiers {
    private DjlClassifiers() {}

    /**
     * A network in float32 that starts at values drawn from the seed of a run.
     *
     * @param architecture {@link Architecture#title()}
     * @param inputShape   of one example
     * @param classes      at least 2
     * @throws IllegalArgumentException if there is no such architecture, or it is not for such inputs
     * @throws IllegalStateException    if PyTorch cannot be loaded
     */
    public static Network network(String architecture, List<Long> inputShape, int classes) {
        PyTorch.load();
        NativeLog.initialise();
        return Architecture.named(architecture).network(ElementType.FLOAT32, inputShape, classes);
    }
}
