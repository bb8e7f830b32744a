package org.momo4j.convex.sampling;

import java.util.random.RandomGenerator;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.state.State;

/** Batches that see every example once an epoch, in an order of each epoch's own; an incomplete last batch is dropped. */
public final class Shuffled implements Sampler {
    private final long seed;
    private final int[] order;
    private final int[] indices;
    private final Batch batch;
    private final int batches;
    private long drawn;

    /**
     * A sampler at its beginning.
     *
     * @param samples   n, to draw from
     * @param batchSize examples a batch
     * @param seed      the seed of the run
     * @throws IllegalArgumentException if an epoch would not have one batch
     */
    public Shuffled(int samples, int batchSize, long seed) {
        if (batchSize < 1 || batchSize > samples) {
            throw new IllegalArgumentException("batches of " + batchSize + " examples cannot be made of " + samples
                    + "; a batch must have from 1 to " + samples);
        }
        this.seed = seed;
        order = new int[samples];
        indices = new int[batchSize];
        batch = Batch.of(indices);
        batches = samples / batchSize;
    }

    @Override
    public Batch next() {
        int within = (int) (drawn % batches);
        if (within == 0) {
            shuffle(drawn / batches);
        }
        System.arraycopy(order, within * indices.length, indices, 0, indices.length);
        drawn++;
        return batch;
    }

    /** Fisher and Yates' shuffle, from the identity: an epoch can be entered without going through those before it. */
    private void shuffle(long epoch) {
        RandomGenerator random = RandomStreams.of(seed, "batches", epoch);
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
    }

    @Override
    public State state() {
        return State.version(1).with("drawn", drawn);
    }

    @Override
    public void restore(State state) {
        drawn = (long) state.requireVersion(1).scalar("drawn");
        if (drawn % batches != 0) {
            shuffle(drawn / batches);
        }
    }
}
