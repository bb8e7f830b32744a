package org.momo4j.nn.data.catalogue;

import java.util.List;

/**
 * What a data set that is not shipped consists of.
 *
 * @param name     as it stands in a specification, and of its folder
 * @param unpacked what its folder is called when the archive it comes in is unpacked; equal to {@code name} if it comes in
 *                 none
 * @param files    the files it needs; each may be packed, and then ends in {@code .gz}
 * @param source   where one gets them, to follow "they come"
 */
record Wanted(String name, String unpacked, List<String> files, String source) {
    private static final List<String> IDX = List.of("train-images-idx3-ubyte", "train-labels-idx1-ubyte",
            "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");

    static final Wanted FASHION_MNIST = new Wanted("fashion-mnist", "fashion-mnist", IDX,
            "with Debian's package dataset-fashion-mnist, or from https://github.com/zalandoresearch/fashion-mnist");
    static final Wanted MNIST = new Wanted("mnist", "mnist", IDX, "from http://yann.lecun.com/exdb/mnist");
    static final Wanted CIFAR10 = new Wanted("cifar10", "cifar-10-batches-bin",
            List.of("data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin",
                    "test_batch.bin"),
            "from https://www.cs.toronto.edu/~kriz/cifar.html (binary version)");
    static final Wanted CIFAR100 = new Wanted("cifar100", "cifar-100-binary", List.of("train.bin", "test.bin"),
            "from https://www.cs.toronto.edu/~kriz/cifar.html (binary version)");

    /** All of them. */
    static final List<Wanted> ALL = List.of(CIFAR10, CIFAR100, FASHION_MNIST, MNIST);

    /** Whether a folder of this name is made for another data set. */
    boolean isOfAnother(String folder) {
        return ALL.stream().filter(other -> !other.name.equals(name))
                .anyMatch(other -> other.name.equals(folder) || other.unpacked.equals(folder));
    }
}
