package org.momo4j.core.pass;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who does the pieces of a pass: the calling thread, and as many of the common pool, which is bounded by the number of
 * processors and shared by all optimizers, as the setting allows. Who does which piece is left to chance and does not matter:
 * pieces are independent, and their sums are added in order afterwards.
 */
final class Crew {
    /** What is done to a piece, by the member of the crew with this number. */
    interface Work {
        void piece(int member, int piece);
    }

    private final Member[] members;
    private final AtomicInteger next = new AtomicInteger();

    Crew(int threads, int pieces) {
        members = new Member[Math.clamp(threads, 1, Math.max(1, pieces))];
        for (int i = 0; i < members.length; i++) {
            members[i] = new Member(i);
        }
    }

    int size() {
        return members.length;
    }

    /**
     * Does the work on all of {@code [0, pieces)}, in order if the crew is one thread. What the work throws is thrown when nobody
     * is at work any more; some pieces are left undone then.
     */
    void each(int pieces, Work work) {
        next.set(0);
        for (int i = 1; i < members.length; i++) {
            members[i].begin(pieces, work);
        }
        try {
            members[0].share(pieces, work);
        } finally {
            for (int i = 1; i < members.length; i++) {
                members[i].end();
            }
        }
        for (int i = 1; i < members.length; i++) {
            members[i].report();
        }
    }

    /** One object a thread, used again at every pass. */
    private final class Member extends RecursiveAction {
        private static final long serialVersionUID = 1;

        private final int number;
        private transient int pieces;
        private transient Work work = (member, piece) -> {
        };

        Member(int number) {
            this.number = number;
        }

        void begin(int count, Work what) {
            pieces = count;
            work = what;
            reinitialize();
            ForkJoinPool.commonPool().execute(this);
        }

        /** Takes it back if nobody has begun it; all pieces are taken by now. */
        void end() {
            if (!tryUnfork()) {
                quietlyJoin();
            }
        }

        /** Throws what its work threw. */
        void report() {
            if (isCompletedAbnormally()) {
                join();
            }
        }

        @Override
        protected void compute() {
            share(pieces, work);
        }

        void share(int count, Work what) {
            for (int piece = next.getAndIncrement(); piece < count; piece = next.getAndIncrement()) {
                what.piece(number, piece);
            }
        }
    }
}
