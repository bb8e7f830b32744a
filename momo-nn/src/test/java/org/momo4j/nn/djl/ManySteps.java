package org.momo4j.nn.djl;

import java.util.OptionalLong;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.network.Minibatch;

/** Steps of a network with batch normalisation, dropout and a shortcut, and what they leave in memory. */
final class ManySteps {
    static final int STEPS = 20_000;

    private ManySteps() {}

    /** Prints by how many bytes memory has grown: what malloc handed out, and what is resident. */
    public static void main(String[] arguments) throws Throwable {
        PyTorch.threads(1);
        Minibatch batch = new Blobs(64, Started.FIVE, 3).minibatch(ElementType.FLOAT32, 0, 64);
        try (Started net = Started.of(Started.everything(), ElementType.FLOAT32, Started.FIVE, 3)) {
            run(net, batch, STEPS / 2);
            System.gc();
            OptionalLong allocated = NativeMemory.allocated();
            OptionalLong resident = NativeMemory.resident();
            run(net, batch, STEPS);
            System.gc();
            System.out.println("allocated " + grown(allocated, NativeMemory.allocated()));
            System.out.println("resident " + grown(resident, NativeMemory.resident()));
        }
    }

    private static String grown(OptionalLong before, OptionalLong after) {
        return before.isPresent() ? String.valueOf(after.getAsLong() - before.getAsLong()) : "unknown";
    }

    /** Training and evaluation, each step at another vector than the last. */
    static void run(Started net, Minibatch batch, int steps) {
        FlatVector other = net.params().copy();
        for (int k = 0; k < steps; k++) {
            net.network().bind(k % 2 == 0 ? net.params() : other);
            net.network().lossAndGradient(batch, k, net.gradient());
            net.network().assess(batch);
        }
    }
}
