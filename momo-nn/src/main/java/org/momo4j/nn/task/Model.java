package org.momo4j.nn.task;

import java.util.List;
import java.util.Optional;
import org.momo4j.api.provider.Component;
import org.momo4j.nn.data.ImageShape;
import org.momo4j.nn.dl4j.Dl4jClassifiers;
import org.momo4j.nn.djl.DjlClassifiers;
import org.momo4j.nn.network.Network;

/**
 * The networks of the tasks. The classes of an engine's package are named in one method body for each engine, and Java loads what a
 * body names when it runs: that is the door behind which engines stay until they are needed.
 */
enum Model {
    MLP("mlp"), CONVNET("convnet"), RESNET_20("resnet-20");

    private final String architecture;

    Model(String architecture) {
        this.architecture = architecture;
    }

    /** How it wants an image: a perceptron as a row of values. */
    List<Long> shape(ImageShape image) {
        return this == MLP
                ? List.of((long) image.size())
                : List.of((long) image.channels(), (long) image.height(), (long) image.width());
    }

    /**
     * A network in float32.
     *
     * @param task what it is for, in messages
     * @throws IllegalArgumentException if the engine does not compute it, or cannot be loaded
     */
    Network network(String task, EngineName engine, List<Long> shape, int classes) {
        if (engine == EngineName.DL4J && this != MLP) {
            throw new IllegalArgumentException("engine is dl4j, which computes the perceptrons alone; " + task
                    + " needs djl");
        }
        try {
            return switch (engine) {
                case DJL -> djl(shape, classes);
                case DL4J -> dl4j(shape, classes);
            };
        } catch (IllegalStateException e) { // says itself what is missing
            throw new IllegalArgumentException("engine is " + Component.spell(engine) + ": " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new IllegalArgumentException(missing(engine, e), e);
        }
    }

    private Network djl(List<Long> shape, int classes) {
        return DjlClassifiers.network(architecture, shape, classes);
    }

    private static Network dl4j(List<Long> shape, int classes) {
        return Dl4jClassifiers.perceptron(shape, classes);
    }

    private static String missing(EngineName engine, LinkageError e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = Optional.ofNullable(root.getMessage()).flatMap(m -> m.lines().findFirst())
                .orElse(root.getClass().getSimpleName());
        return switch (engine) {
            case DJL -> "engine is djl, which cannot be loaded (" + reason
                    + "); pytorch-engine, pytorch-jni and pytorch-native-cpu for this machine must be on the class path";
            case DL4J -> "engine is dl4j, which cannot be loaded (" + reason
                    + "); deeplearning4j-nn and nd4j-native for this machine must be on the class path";
        };
    }
}
