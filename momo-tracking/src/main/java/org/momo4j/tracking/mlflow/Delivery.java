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
    private final CursorFile file;
    private final Refusals refusals;
    private final Opening opening;
    private final Complaints complaints;
    private final Patience patience;
    private final Standing standing;
    private Optional<Beginning> beginning = Optional.empty();
    private boolean clean;
    private boolean atWork;
    private int runsLost;

    Delivery(Desk desk, Outbox outbox, LongSupplier durable) {
        this.desk = desk;
        this.outbox = outbox;
        standing = new Standing(durable);
        file = new CursorFile(outbox, desk.address());
        refusals = new Refusals(outbox, desk.address());
        opening = new Opening(desk, outbox, file);
        complaints = new Complaints(desk, outbox, refusals);
        patience = new Patience(desk.server(), () -> beginning().orElseThrow().began().uid());
    }

    /** How it stands. */
    Standing standing() {
        return standing;
    }

    /** How the journal begins, if that can be read. */
    Optional<Beginning> beginning() {
        if (beginning.isEmpty() && !standing.isAside() && standing.goal() > 0) {
            try {
                beginning = Optional.of(Beginning.of(outbox, standing.goal()));
            } catch (SetAside e) {
                setAside(e.sentence());
            } catch (IOException e) {
                complaints.broken(e);
                standing.putOff(desk.server().longestPause());
            }
        }
        return beginning;
    }

    /** Delivers some of what is there. */
    void turn(Family family) throws Stopped {
        underLock(family, cursor -> ship(cursor, standing.goal()));
    }

    /** The run on the server, made if need be; empty if that cannot be. */
    Optional<String> run(Family family) throws Stopped {
        if (atWork || standing.isAside()) {
            return Optional.empty(); // its own ancestor, or not to be sent
        }
        String[] found = new String[1];
        underLock(family, cursor -> found[0] = cursor.runId());
        return Optional.ofNullable(found[0]);
    }

    /** Whether somebody asks for it on its own behalf. */
    boolean isAtWork() {
        return atWork;
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
                standing.putOff(WHILE_LOCKED);
                return;
            }
            try (FileChannel _ = lock.get()) {
                locked(known.get(), family, work);
            }
        } catch (IOException e) {
            if (!desk.server().isStopped()) {
                complaints.broken(e);
            }
            standing.putOff(desk.server().longestPause());
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
            standing.putOff(e.pause());
        } catch (SetAside e) {
            setAside(e.sentence());
        } catch (Refusal e) {
            desk.experiments().forget();
            if (!e.isOfMissing() || ++runsLost >= MOST_RUNS_LOST) { // else the experiment that we knew is gone: look again
                setAside(complaints.notBegun(known, e));
            }
        }
    }

    private Cursor open(Beginning known, Family family)
            throws Refusal, PutOff, RunGone, SetAside, Stopped, IOException {
        Optional<Cursor> saved = opening.saved(standing.goal());
        if (!clean) {
            refusals.cutBehind(saved.map(cursor -> cursor.position().number()).orElse(0L));
            clean = true;
        }
        if (saved.isPresent() && !standing.isOpen()) {
            opening.verify(saved.get());
        }
        Cursor cursor = saved.isPresent() ? saved.get() : opening.begin(known, family);
        if (!standing.isOpen()) {
            desk.tally().runs().increment();
        }
        standing.at(cursor.position());
        return cursor;
    }

    private void ship(Cursor cursor, long goal) throws PutOff, RunGone, Stopped, IOException {
        clean = false; // unless it ends well
        boolean moved = new Shipment(desk, outbox, file, refusals, patience, cursor, standing::at).ship(goal);
        clean = true;
        if (moved) {
            runsLost = 0;
        } else if (goal > cursor.position().offset()) {
            stuck(cursor.position(), goal);
        }
    }

    private void stuck(Position place, long goal) throws IOException {
        if (Beginning.isBetweenLines(outbox, place)) {
            standing.endsBefore(goal);
            complaints.endsBefore(place, goal);
        } else {
            opening.discard("does not lie between two lines");
            standing.unknown();
            clean = false;
        }
    }

    private void startAnew(Beginning known) throws IOException {
        complaints.gone(known);
        file.delete();
        desk.experiments().forget();
        standing.unknown();
        clean = false;
        if (++runsLost >= MOST_RUNS_LOST) {
            setAside(complaints.goneAgain(known));
        }
    }

    private void setAside(String sentence) {
        standing.setAside();
        desk.server().voice().say(sentence);
    }
}
