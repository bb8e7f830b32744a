package org.momo4j.bench.kernel;

import java.lang.foreign.MemorySegment;
import org.momo4j.api.vector.FlatVector;

/** y ← x, by the platform's own means. */
final class Copy {
    private Copy() {}

    /** Elements {@code from} to {@code to - 1}. */
    static void copy(FlatVector x, FlatVector y, long from, long to) {
        int bytes = x.type().bytes();
        MemorySegment.copy(x.segment(), from * bytes, y.segment(), from * bytes, (to - from) * bytes);
    }
}
