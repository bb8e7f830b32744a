package org.momo4j.tracking.mlflow;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.momo4j.tracking.journal.Outbox;

/**
 * One outbox on its way to one server. Between its turns nothing of it is open, so that thousands can be followed; what it
 * knows is in the cursor file, read anew in each turn, under a lock.
 */
final class Delivery {
    private static final Duration WHILE_LOCKED = Duration.ofSeconds(1);
    private static final int MOST_RUNS_LOST = 3;

    private final Desk desk;
    private final Outbox outbox;
    private final LongSupplier durable;
    private final CursorFile file;
    private final Refusals refusals;
    private final Opening opening;
    private final Complaints complaints;
    private Optional<Beginning> beginning = Optional.empty();
    private volatile boolean settled;
    private volatile boolean aside;
    private volatile long offset;
    private volatile boolean verified;
    private boolean clean;
    private boolean atWork;
    private long notBefore = System.nanoTime();
    private volatile long end = -1;
    private int runsLost;

    Delivery(Desk desk, Outbox outbox, LongSupplier durable) {
        this.desk = desk;
        this.outbox = outbox;
        this.durable = durable;
        file = new CursorFile(outbox, desk.address());
        refusals = new Refusals(outbox, desk.address());
        opening = new Opening(desk, outbox, file);
        complaints = new Complaints(desk, outbox, refusals);
    }

    /** Nothing will be added. */
    void settle() {
        settled = true;
    }

    /** How much of the journal is there for good. */
    long goal() {
        return durable.getAsLong();
    }

    /** Whether there is nothing to be done, now or later. */
    boolean isOver() {
        return settled && isDone(goal());
    }

    /** Whether so much is delivered, or cannot be. */
    boolean isDone(long goal) {
        return aside || goal == 0 || goal <= end || verified && goal <= offset;
    }

    /** Bytes to be delivered. */
    long waiting() {
        return aside ? 0 : Math.max(0, goal() - offset);
    }

    /** Whether it is given up until people do something. */
    boolean isAside() {
        return aside;
    }

    /** Whether it is its turn. */
    boolean isReady(long goal) {
        return !isDone(goal) && System.nanoTime() - notBefore >= 0;
    }

    /** How the journal begins, if that can be read. */
    Optional<Beginning> beginning() {
        if (beginning.isEmpty() && !aside && goal() > 0) {
            try {
                beginning = Optional.of(Beginning.of(outbox, goal()));
            } catch (SetAside e) {
                setAside(e.sentence());
            } catch (IOException e) {
                complaints.broken(e);
                putOff(desk.server().longestPause());
            }
        }
        return beginning;
    }

    /** Delivers some of what is there. */
    void turn(Family family) throws Stopped {
        underLock(family, cursor -> ship(cursor, goal()));
    }

    /** The run on the server, made if need be; empty if that cannot be. */
    Optional<String> run(Family family) throws Stopped {
        if (atWork || aside) {
            return Optional.empty(); // its own ancestor, or not to be sent
        }
        String[] found = new String[1];
        underLock(family, cursor -> found[0] = cursor.runId());
        return Optional.ofNullable(found[0]);
    }

    /** Something done with a cursor. */
    private interface Work {
        /** Does it. */
        void with(Cursor cursor) throws PutOff, RunGone, Stopped, IOException;
    }

    private void underLock(Family family, Work work) throws Stopped {
        Optional<Beginning> known = beginning();
        if (known.isEmpty()) {
            return;
        }
        atWork = true;
        try {
            Optional<FileChannel> lock = file.lock();
            if (lock.isEmpty()) {
                complaints.locked();
                putOff(WHILE_LOCKED);
                return;
            }
            try (FileChannel _ = lock.get()) {
                locked(known.get(), family, work);
            }
        } catch (IOException e) {
            if (!desk.server().isStopped()) {
                complaints.broken(e);
            }
            putOff(desk.server().longestPause());
        } catch (RuntimeException e) { // a mistake of ours: the others go on
            setAside(complaints.mistaken(e));
        } finally {
            atWork = false;
        }
    }

    private void locked(Beginning known, Family family, Work work) throws Stopped, IOException {
        try {
            Cursor cursor = open(known, family);
            work.with(cursor);
            complaints.refused();
        } catch (RunGone e) {
            startAnew(known);
        } catch (PutOff e) {
            putOff(e.pause());
        } catch (SetAside e) {
            setAside(e.sentence());
        } catch (Refusal e) {
            desk.experiments().forget();
            setAside(complaints.notBegun(known, e));
        }
    }

    private Cursor open(Beginning known, Family family)
            throws Refusal, PutOff, RunGone, SetAside, Stopped, IOException {
        Optional<Cursor> saved = opening.saved();
        if (!clean) {
            refusals.cutBehind(saved.map(cursor -> cursor.position().number()).orElse(0L));
            clean = true;
        }
        if (saved.isPresent() && !verified) {
            opening.verify(saved.get());
        }
        Cursor cursor = saved.isPresent() ? saved.get() : opening.begin(known, family);
        if (!verified) {
            verified = true;
            desk.tally().runs().increment();
        }
        offset = cursor.position().offset();
        return cursor;
    }

    private void ship(Cursor cursor, long goal) throws PutOff, RunGone, Stopped, IOException {
        Shipment shipment = new Shipment(desk, outbox, file, refusals, cursor);
        clean = false; // unless it ends well
        try {
            boolean moved = shipment.ship(goal);
            clean = true;
            if (moved) {
                runsLost = 0;
            } else if (goal > cursor.position().offset()) {
                stuck(cursor.position(), goal);
            }
        } finally {
            offset = shipment.cursor().position().offset();
        }
    }

    private void stuck(Position place, long goal) throws IOException {
        if (Beginning.isBetweenLines(outbox, place)) {
            end = goal;
            complaints.endsBefore(place, goal);
        } else {
            opening.discard("does not lie between two lines");
            verified = false;
            clean = false;
        }
    }

    private void startAnew(Beginning known) throws IOException {
        complaints.gone(known);
        file.delete();
        desk.experiments().forget();
        offset = 0;
        verified = false;
        clean = false;
        if (++runsLost >= MOST_RUNS_LOST) {
            setAside(complaints.goneAgain(known));
        }
    }

    private void putOff(Duration pause) {
        notBefore = System.nanoTime() + pause.toNanos();
    }

    private void setAside(String sentence) {
        aside = true;
        desk.server().voice().say(sentence);
    }
}
