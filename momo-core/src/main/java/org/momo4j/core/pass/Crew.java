package org.momo4j.core.pass;

import java.util.concurrent.RecursiveAction;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * Who does the pieces of a pass: the calling thread, and as many of the common pool, which is bounded by the number of
 * processors and shared by all optimizers, as the setting allows; or of the caller's own pool, if it belongs to another, since
 * only that one takes back what nobody has begun. Who does which piece is left to chance and does not matter: pieces are
 * independent, and their sums are added in order afterwards.
 */
final class Crew {
    /** What is done to a piece, by the member of the crew with this number. */
    interface Work {
        void piece(int member, int piece);
    }

    private final Member[] members;
    /** Of each member's own part, the next piece that nobody has taken. */
    private final AtomicIntegerArray next;

    Crew(int threads, int pieces) {
        members = new Member[Math.clamp(threads, 1, Math.max(1, pieces))];
        next = new AtomicIntegerArray(members.length);
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
        for (int i = 0; i < members.length; i++) {
            next.set(i, first(i, pieces));
        }
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

    /** The same, all of it by the calling thread. */
    void alone(int pieces, Work work) {
        for (int piece = 0; piece < pieces; piece++) {
            work.piece(0, piece);
        }
    }

    /** The first piece of a member's part. */
    private int first(int member, int pieces) {
        return (int) ((long) pieces * member / members.length);
    }

    /** One object a thread, used again at every pass. */
    private final class Member extends RecursiveAction {
        private static final long serialVersionUID = 1;

        private final int number;
        private transient int pieces;
        private transient Work work = (member, piece) -> {
        };
        private transient @Nullable Throwable failure;

        Member(int number) {
            this.number = number;
        }

        void begin(int count, Work what) {
            pieces = count;
            work = what;
            failure = null;
            reinitialize();
            fork();
        }

        /** Takes it back if nobody has begun it; all pieces are taken by now. */
        void end() {
            if (!tryUnfork()) {
                quietlyJoin();
            }
        }

        /** Throws what its work threw. */
        void report() {
            switch (failure) {
                case null -> {
                }
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException("a piece of a step cannot be done", failure);
            }
        }

        @Override
        protected void compute() {
            try {
                share(pieces, work);
            } catch (Throwable e) { // kept here: a pool hands on a copy, with a message that begins with the name of a class
                failure = e;
            }
        }

        /** The member's own part, then what is left of the others'. */
        void share(int count, Work what) {
            for (int i = 0; i < members.length; i++) {
                int owner = (number + i) % members.length;
                int end = first(owner + 1, count);
                for (int piece = next.getAndIncrement(owner); piece < end; piece = next.getAndIncrement(owner)) {
                    what.piece(number, piece);
                }
            }
        }
    }
}
