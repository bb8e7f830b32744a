package org.momo4j.nn.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;

/** One pass through a block. What is computed in it is freed when it is over. */
public final class Step {
    private final NDManager manager;
    private final Block block;
    private final ParameterStore store;
    private final boolean training;

    Step(NDManager manager, Block block, ParameterStore store, boolean training) {
        this.manager = manager;
        this.block = block;
        this.store = store;
        this.training = training;
    }

    /** Owns the arrays of this pass. */
    public NDManager manager() {
        return manager;
    }

    /** What the block makes of inputs, which stay as they are and where they are. */
    public NDList forward(NDList inputs) {
        return block.forward(store, borrow(inputs), training);
    }

    /**
     * The same arrays, without a copy, as arrays of this pass. What is computed from an array belongs to its manager: without this, it
     * would live as long as the labels do.
     */
    public NDList borrow(NDList arrays) {
        NDList borrowed = new NDList();
        for (NDArray array : arrays) {
            if (array.getManager() == manager) {
                borrowed.add(array);
            } else {
                NDArray view = array.stopGradient();
                view.attach(manager);
                borrowed.add(view);
            }
        }
        return borrowed;
    }
}
