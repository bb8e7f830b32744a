package org.momo4j.convex.sampling;

import java.util.random.RandomGenerator;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.state.State;

/** Batches whose examples are drawn uniformly and independently: what T3 assumes. */
public final class WithReplacement implements Sampler {
    /** Batches between two fresh generators, so that a restored sampler need not draw all that came before. */
    private static final int BLOCK = 4096;

    private final int samples;
    private final long seed;
    private final int[] indices;
    private final Batch batch;
    private long drawn;
    private RandomGenerator random;

    /**
     * A sampler at its beginning.
     *
     * @param samples   n, to draw from
     * @param batchSize examples a batch
     * @param seed      the seed of the run
     * @throws IllegalArgumentException if there is nothing to draw, or from nothing
     */
    public WithReplacement(int samples, int batchSize, long seed) {
        if (samples < 1 || batchSize < 1) {
            throw new IllegalArgumentException(
                    "cannot draw " + batchSize + " of " + samples + " examples; both must be at least 1");
        }
        this.samples = samples;
        this.seed = seed;
        indices = new int[batchSize];
        batch = Batch.of(indices);
        random = generator(0);
    }

    @Override
    public Batch next() {
        if (drawn > 0 && drawn % BLOCK == 0) {
            random = generator(drawn / BLOCK);
        }
        for (int i = 0; i < indices.length; i++) {
            indices[i] = random.nextInt(samples);
        }
        drawn++;
        return batch;
    }

    private RandomGenerator generator(long block) {
        return RandomStreams.of(seed, "batches", block);
    }

    @Override
    public State state() {
        return State.version(1).with("drawn", drawn);
    }

    @Override
    public void restore(State state) {
        long target = (long) state.requireVersion(1).scalar("drawn");
        long block = target / BLOCK;
        random = generator(block);
        drawn = block * BLOCK;
        while (drawn < target) {
            next();
        }
    }
}
