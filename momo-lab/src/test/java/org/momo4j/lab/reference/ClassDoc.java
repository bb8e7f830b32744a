package org.momo4j.lab.reference;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the Javadoc of a class says of it, without what it says of parameters.
 *
 * @param type   the whole name of the class
 * @param blocks in order
 */
record ClassDoc(String type, List<Block> blocks) {
    /** Copies the blocks. */
    ClassDoc {
        blocks = List.copyOf(blocks);
    }

    /** The classes that are named, in order. */
    Set<String> named() {
        Set<String> types = new LinkedHashSet<>();
        inlines().filter(Inline.Type.class::isInstance).forEach(i -> types.add(((Inline.Type) i).type()));
        return types;
    }

    /** All running text. */
    Stream<Inline> inlines() {
        return blocks.stream().flatMap(block -> switch (block) {
            case Block.Paragraph paragraph -> paragraph.parts().stream();
            case Block.Points points -> points.points().stream().flatMap(p -> p.parts().stream());
            case Block.Listing _ -> Stream.empty();
        });
    }
}
