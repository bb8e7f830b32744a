package org.momo4j.nn.djl;

import ai.djl.nn.Block;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.momo4j.api.vector.ElementType;

/** Networks that are built by name. */
public enum Architecture {
    /** A perceptron of two hidden layers of 100 with ReLU, for inputs of any shape: 784-100-100-10 has 89,610 parameters. */
    MLP("mlp", Perceptron::block),
    /**
     * Two convolutions 5x5 of 16 and 32 channels, each with ReLU and a maximum over 2x2, then one linear layer, for images of any number
     * of channels whose height and width are multiples of 4: 28,938 parameters for 1x28x28.
     */
    CONVNET("convnet", ConvNet::block),
    /**
     * ResNet-20 as for CIFAR: 3 stages of 3 basic blocks of 16, 32 and 64 channels, shortcuts without parameters (option A: every second
     * pixel, new channels zero), for images of any number of channels: 269,722 parameters for 3x32x32 (He, Zhang, Ren, Sun, CVPR 2016,
     * section 4.2).
     */
    RESNET_20("resnet-20", ResNet20::block);

    private final String title;
    private final BiFunction<List<Long>, Integer, Block> block;

    Architecture(String title, BiFunction<List<Long>, Integer, Block> block) {
        this.title = title;
        this.block = block;
    }

    /**
     * The architecture of this name.
     *
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    public static Architecture named(String name) {
        return Arrays.stream(values()).filter(a -> a.title.equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no architecture is called \"" + name + "\"; there are "
                        + Arrays.stream(values()).map(a -> a.title).toList()));
    }

    /** What it is called in specifications. */
    public String title() {
        return title;
    }

    /**
     * The block alone, without values, that gives one score a class.
     *
     * @param inputShape of one example, without a batch dimension
     * @param classes    at least 2
     * @throws IllegalArgumentException if it is not for such inputs
     */
    public Block block(List<Long> inputShape, int classes) {
        PyTorch.load(); // before a class of DJL, which would look around on the network
        return block.apply(inputShape, classes);
    }

    /**
     * A network that starts at values drawn from the seed of a run.
     *
     * @throws IllegalArgumentException if it is not for such inputs
     * @throws IllegalStateException    if PyTorch cannot be loaded
     */
    public DjlNetwork network(ElementType type, List<Long> inputShape, int classes) {
        return new DjlNetwork(block(inputShape, classes), type, inputShape, classes, Beginning.DRAWN);
    }
}
