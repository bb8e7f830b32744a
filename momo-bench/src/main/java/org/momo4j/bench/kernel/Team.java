package org.momo4j.bench.kernel;

import java.util.List;
import java.util.stream.Stream;

/**
 * A fixed set of threads that share a range in parts, one after the other. The calling thread is one of them.
 */
final class Team implements AutoCloseable {
    /** Parts begin at multiples of this many elements, so that no two threads write the same cache line. */
    private static final long GRAIN = 2048;
    /** A part of less than this is done before another thread can be counted on to be awake: some ten microseconds. */
    private static final long LEAST_PART = 1 << 17;

    private final long n;
    private final long part;
    private final Range range;
    private final List<Member> others;

    /** At most {@code threads} threads that work on {@code n} elements. */
    Team(int threads, long n, Range range) {
        this.n = n;
        this.range = range;
        long parts = Math.clamp(n / LEAST_PART, 1, threads);
        part = Math.ceilDiv(Math.ceilDiv(n, parts), GRAIN) * GRAIN;
        others = Stream.generate(() -> new Member(range)).limit(Math.ceilDiv(n, part) - 1).toList();
        others.forEach(Member::start);
    }

    /** Works on the whole range once. */
    void work() {
        long from = part;
        for (Member member : others) {
            member.ask(from, Math.min(from + part, n));
            from += part;
        }
        range.work(0, Math.min(part, n));
        for (Member member : others) {
            member.await();
        }
    }

    @Override
    public void close() {
        others.forEach(Member::close);
    }
}
