package org.momo4j.core.momo;

import java.util.ArrayList;
import java.util.List;
import org.momo4j.core.kernel.InnerProducts;

/**
 * The work of a fused step: ranges of at most {@value #LENGTH} elements, none across two groups, each with inner products of
 * its own. They are added in order of the pieces, whichever was formed first: the same bits every time.
 */
final class Pieces {
    private static final long LENGTH = 1 << 16;

    private record Piece(int group, long from, long to, InnerProducts formed) {}

    private final Groups groups;
    private final Piece[] pieces;
    private final InnerProducts total = new InnerProducts();

    Pieces(Groups groups) {
        this.groups = groups;
        List<Piece> list = new ArrayList<>();
        for (int i = 0; i < groups.count(); i++) {
            for (long from = groups.from(i); from < groups.to(i); from += LENGTH) {
                list.add(new Piece(i, from, Math.min(from + LENGTH, groups.to(i)), new InnerProducts()));
            }
        }
        pieces = list.toArray(Piece[]::new);
    }

    int count() {
        return pieces.length;
    }

    int group(int piece) {
        return pieces[piece].group;
    }

    long from(int piece) {
        return pieces[piece].from;
    }

    long to(int piece) {
        return pieces[piece].to;
    }

    /** Where pass (a) leaves the inner products of a piece. */
    InnerProducts formed(int piece) {
        return pieces[piece].formed;
    }

    /** The sums of all pieces, group by group. */
    void sum(double rate, Sums sums) {
        sums.begin();
        int piece = 0;
        while (piece < pieces.length) {
            int i = pieces[piece].group;
            total.clear();
            for (; piece < pieces.length && pieces[piece].group == i; piece++) {
                total.add(pieces[piece].formed);
            }
            sums.addGradient(total.gradientDotParams());
            sums.add(total.directionDotParams(), total.absoluteDirectionDotParams(), total.directionNormSquared(),
                    groups.scale(i), groups.shrinkage(i, rate));
        }
    }

    /** The largest square that any piece formed; not finite if one overflowed. */
    double largestSquare() {
        double largest = 0;
        for (Piece piece : pieces) {
            largest = Math.max(largest, piece.formed.largestSquare());
        }
        return largest;
    }
}
