package org.momo4j.nn.djl;

import ai.djl.nn.Block;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.recurrent.RecurrentBlock;
import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The stream of random numbers of PyTorch, which all networks of a process share. Whoever draws sets its seed and keeps all others
 * from drawing until the forward pass is over; the backward pass draws nothing.
 */
final class RandomNumbers {
    private static final ReentrantLock STREAM = new ReentrantLock();

    private RandomNumbers() {}

    /**
     * Whether a block may draw in training: it contains dropout, a recurrent block (which drops inside PyTorch), or a block of somebody
     * else, who may do as he likes. Functions in a {@link ai.djl.nn.LambdaBlock} are taken to draw nothing.
     */
    static boolean drawnBy(Block block) {
        if (block instanceof Dropout || block instanceof RecurrentBlock) {
            return true;
        }
        String home = block.getClass().getPackageName();
        boolean known = home.startsWith("ai.djl.nn") || home.equals(RandomNumbers.class.getPackageName());
        return !known || block.getChildren().values().stream().anyMatch(RandomNumbers::drawnBy);
    }

    /** What this computes, alone with the stream of this seed. */
    static <T> T drawing(long seed, Supplier<T> forward) {
        STREAM.lock();
        try {
            JniUtils.setSeed(seed ^ seed >>> 32); // of which the generator takes the lower half alone
            return forward.get();
        } finally {
            STREAM.unlock();
        }
    }
}
