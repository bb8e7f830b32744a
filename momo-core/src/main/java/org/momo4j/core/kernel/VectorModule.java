package org.momo4j.core.kernel;

/** Whether the virtual machine was started with {@code --add-modules jdk.incubator.vector}, which explicit vectors need. */
final class VectorModule {
    private VectorModule() {}

    static boolean present() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    /** In a method of its own, as the next, so that the class is loaded only where its module is present. */
    static EuclideanKernel euclidean() {
        return new VectorEuclideanKernel();
    }

    static AdamKernel adam() {
        return new VectorAdamKernel();
    }
}
