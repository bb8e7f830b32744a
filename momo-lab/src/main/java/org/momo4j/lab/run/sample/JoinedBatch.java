package org.momo4j.lab.run.sample;

import java.util.ArrayList;
import java.util.List;
import org.momo4j.api.objective.Batch;
import org.momo4j.convex.sampling.Sampler;

/** The batches of one step, one after the other; all of one size. */
final class JoinedBatch implements Batch {
    private final int count;
    private final List<Batch> parts = new ArrayList<>();

    JoinedBatch(int count) {
        this.count = count;
    }

    /** Draws all parts anew. */
    void draw(Sampler sampler) {
        parts.clear();
        for (int i = 0; i < count; i++) {
            Batch drawn = sampler.next();
            parts.add(count == 1 ? drawn : copy(drawn)); // a sampler may refill the same batch
        }
    }

    private static Batch copy(Batch batch) {
        int[] indices = new int[batch.size()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = batch.index(i);
        }
        return Batch.of(indices);
    }

    List<Batch> parts() {
        return parts;
    }

    @Override
    public int size() {
        return parts.isEmpty() ? 0 : count * parts.getFirst().size();
    }

    @Override
    public int index(int i) {
        int each = parts.getFirst().size();
        return parts.get(i / each).index(i % each);
    }
}
