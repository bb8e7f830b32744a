package org.momo4j.lab.specification;

import java.util.List;
import java.util.stream.LongStream;
import org.momo4j.lab.specification.document.Value;
import org.momo4j.lab.specification.grid.Axes;
import org.momo4j.lab.specification.grid.Single;
import org.momo4j.lab.specification.key.Vocabulary;

/** Reads {@code seeds}: how many, or which. */
final class Seeds {
    private Seeds() {}

    static List<Long> of(Value.Mapping keys) {
        return keys.get("seeds").map(Seeds::read).orElse(List.of(0L));
    }

    private static List<Long> read(Value seeds) {
        if (seeds instanceof Value.Sequence) {
            return Axes.items(seeds).stream().map(item -> (Long) Single.read(Vocabulary.SEED, item)).toList();
        }
        if (!(seeds instanceof Value.Scalar)) {
            throw seeds.place().mustBe(seeds.shown(), "a number of seeds, or a list of seeds");
        }
        int count = (int) Single.read(Vocabulary.SEEDS, seeds);
        return LongStream.range(0, count).boxed().toList();
    }
}
