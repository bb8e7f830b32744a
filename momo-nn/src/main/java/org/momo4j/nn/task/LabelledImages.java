package org.momo4j.nn.task;

import java.util.List;
import java.util.Map;
import org.momo4j.api.objective.Batch;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.data.Examples;
import org.momo4j.nn.network.ExampleSet;

/**
 * Images as a network sees them.
 *
 * @param examples the images
 * @param shape    of one, with as many elements as an image has values: {@code [784]} or {@code [1, 28, 28]}
 * @param digests  of the files they were read from
 */
record LabelledImages(Examples examples, List<Long> shape, Map<String, String> digests) implements ExampleSet {
    LabelledImages {
        shape = List.copyOf(shape);
        digests = Map.copyOf(digests);
        if (shape.stream().reduce(1L, Math::multiplyExact) != examples.shape().size()) {
            throw new IllegalArgumentException("images of " + examples.shape() + " cannot have shape " + shape);
        }
    }

    @Override
    public int size() {
        return examples.count();
    }

    @Override
    public int classes() {
        return examples.classes();
    }

    @Override
    public int label(int index) {
        return examples.label(index);
    }

    @Override
    public void copyInputs(Batch batch, FlatVector out) {
        FlatVector.requireSame("inputs", out, out.type(), (long) batch.size() * examples.shape().size());
        if (out.type() == ElementType.FLOAT32) {
            examples.copyFeatures(batch, out.segment());
            return;
        }
        FlatVector single = FlatVector.zeros(ElementType.FLOAT32, out.size());
        examples.copyFeatures(batch, single.segment());
        for (long i = 0; i < out.size(); i++) {
            out.set(i, single.get(i));
        }
    }
}
