package org.momo4j.core.pass;

import java.util.ArrayList;
import java.util.List;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.InnerProducts;

/**
 * The work of a fused step: ranges of at most {@value #LENGTH} elements, none across two groups, each with inner products of
 * its own. They are added in order of the pieces, whichever was formed first: the same bits every time, with any number of
 * threads.
 */
final class Pieces {
    private static final int LENGTH = 1 << 16;
    /** Below this number of elements a second thread costs more than it brings (docs/performance.md). */
    private static final long WORTH_THREADS = 1 << 18;

    private final Groups groups;
    private final List<Piece> pieces = new ArrayList<>();
    private final Crew crew;
    private final InnerProducts total = new InnerProducts();
    /** Any thread that is not the caller; never started. */
    private final Thread another = Thread.ofVirtual().unstarted(() -> {
    });

    Pieces(Groups groups, int threads) {
        this.groups = groups;
        long elements = 0;
        for (int i = 0; i < groups.count(); i++) {
            elements += groups.to(i) - groups.from(i);
            for (long from = groups.from(i); from < groups.to(i); from += LENGTH) {
                pieces.add(new Piece(i, from, Math.min(from + LENGTH, groups.to(i)), new InnerProducts()));
            }
        }
        crew = new Crew(elements < WORTH_THREADS ? 1 : threads, pieces.size());
    }

    /** What a pass does to one piece, by one of {@link #threads}. */
    interface Work {
        void on(Piece piece, int thread);
    }

    int threads() {
        return crew.size();
    }

    /** Does pass (a) from the first piece to the last. */
    Crew.Work forwards(Work work) {
        return (thread, p) -> work.on(pieces.get(p), thread);
    }

    /** Does pass (b) from the last piece to the first: what pass (a) read last is still in the cache. */
    Crew.Work backwards(Work work) {
        return (thread, p) -> work.on(pieces.get(pieces.size() - 1 - p), thread);
    }

    /**
     * Does a pass over vectors of the caller's. One that is confined to its thread is worked on by that thread alone: another
     * could find this out in pass (b) only, when part of the step is written.
     */
    void each(Crew.Work work, FlatVector params, FlatVector gradient) {
        if (isShared(params) && isShared(gradient)) {
            crew.each(pieces.size(), work);
        } else {
            crew.alone(pieces.size(), work);
        }
    }

    private boolean isShared(FlatVector vector) {
        return vector.segment().isAccessibleBy(another);
    }

    /** The sums of all pieces, group by group. */
    void sum(double rate, Sums sums) {
        sums.begin();
        int p = 0;
        while (p < pieces.size()) {
            int i = pieces.get(p).group();
            total.clear();
            for (; p < pieces.size() && pieces.get(p).group() == i; p++) {
                total.add(pieces.get(p).formed());
            }
            sums.add(total, groups.scale(i), groups.shrinkage(i, rate));
        }
    }

    /** The largest square that any piece formed; not finite if one overflowed. */
    double largestSquare() {
        double largest = 0;
        for (int p = 0; p < pieces.size(); p++) {
            largest = Math.max(largest, pieces.get(p).formed().largestSquare());
        }
        return largest;
    }
}
