package org.momo4j.nn.dl4j;

import java.util.List;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.nn.dl4j.Dl4jTensor.Kind;

/** The values of what lies among the parameters and is not trained: no optimizer is to change them, whatever it writes. */
final class Untrained {
    private final List<Kept> all;

    private record Kept(FlatVector place, FlatVector copy) {}

    Untrained(Dl4jTensors tensors, FlatVector params) {
        all = tensors.all().stream().filter(tensor -> tensor.kind() != Kind.TRAINED)
                .map(tensor -> params.slice(tensor.offset(), tensor.size()))
                .map(place -> new Kept(place, place.zerosLike())).toList();
    }

    void keep() {
        all.forEach(kept -> kept.copy.copyFrom(kept.place));
    }

    void putBack() {
        all.forEach(kept -> kept.place.copyFrom(kept.copy));
    }
}
