package org.momo4j.tracking.mlflow;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.momo4j.tracking.journal.Entry;
import org.momo4j.tracking.journal.JournalReader;
import org.momo4j.tracking.journal.Line;
import org.momo4j.tracking.journal.Outbox;
import org.momo4j.tracking.mlflow.RunDirectory.Run;

/**
 * Delivers a stretch of a journal to a run that is there: values in batches, everything else in its place between them. The
 * cursor is saved after each.
 */
final class Shipment {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_BATCHES = 40; // then other runs have their turn

    private final Desk desk;
    private final Outbox outbox;
    private final CursorFile file;
    private final Refusals refusals;
    private final Patience patience;
    private final Consumer<Position> progress;
    private final Sender sender;
    private final BatchSplitter splitter = new BatchSplitter();
    private Cursor cursor;
    private Optional<Run> run = Optional.empty();
    private int batches;

    Shipment(Desk desk, Outbox outbox, CursorFile file, Refusals refusals, Patience patience, Cursor cursor,
            Consumer<Position> progress) {
        this.desk = desk;
        this.outbox = outbox;
        this.file = file;
        this.refusals = refusals;
        this.patience = patience;
        this.cursor = cursor;
        this.progress = progress;
        sender = new Sender(desk.server(), desk.runs(), cursor.runId(), desk.inFlight(), refusals, patience,
                this::passed);
    }

    /** Goes on up to this offset of the journal, or as far as it is this run's turn; tells whether something was there. */
    boolean ship(long goal) throws PutOff, RunGone, Stopped, IOException {
        boolean moved = false;
        Position from = cursor.position();
        try (JournalReader reader = new JournalReader(outbox.journal(), from.offset(), from.number())) {
            while (batches < MOST_BATCHES) {
                Optional<Line> line = reader.next(goal);
                if (line.isEmpty()) {
                    break;
                }
                moved = true;
                ship(line.get(), Position.of(reader));
            }
            send(splitter.flush());
            sender.drain();
        } finally {
            sender.abandon();
        }
        return moved;
    }

    private void ship(Line line, Position after) throws PutOff, RunGone, Stopped, IOException {
        if (BatchSplitter.takes(line.entry())) {
            revive(line);
            send(splitter.add(line, after));
            return;
        }
        send(splitter.flush());
        sender.drain();
        if (!(line.entry() instanceof Entry.Began)) {
            one(line);
            desk.tally().values().increment();
        }
        batches++;
        passed(after, 0);
    }

    private void send(List<Batch> full) throws PutOff, RunGone, Stopped, IOException {
        for (Batch batch : full) {
            batches++;
            sender.send(batch);
        }
    }

    private void one(Line line) throws PutOff, RunGone, Stopped, IOException {
        if (!(line.entry() instanceof Entry.Ended)) {
            revive(line);
        }
        if (line.entry() instanceof Entry.Ended) {
            desk.runs().deleteCopies(cursor.runId()); // by now those that came late are there
        }
        if (line.entry() instanceof Entry.Artifact) {
            run(); // what goes wrong with that is not the fault of the artifact
        }
        try {
            switch (line.entry()) {
                case Entry.Ended(Entry.Ended.Status status) -> {
                    update(status.name(), Optional.of(line.time().toEpochMilli()));
                    cursor = cursor.ended(true);
                }
                case Entry.DataSet data ->
                    desk.server().ask(Server.post("runs/log-inputs", DataSets.body(cursor.runId(), data)));
                case Entry.Artifact artifact ->
                    desk.artifacts().send(run().artifactUri(), artifact, outbox.artifact(artifact.digest()));
                default -> throw new IllegalStateException("line " + line.number() + " is a value");
            }
        } catch (Refusal e) {
            requireRun();
            refused(line, e.reason());
        } catch (PutOff e) {
            if (!patience.isOver(e, line.number(), cursor.runId())) {
                throw e;
            }
            refused(line, String.valueOf(e.getMessage()));
        }
    }

    private void refused(Line line, String reason) {
        String name = switch (line.entry()) {
            case Entry.Artifact artifact -> artifact.path();
            case Entry.DataSet data -> data.name();
            default -> "";
        };
        String kind = line.entry().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        refusals.add(line.number(), kind, name, "", 0, reason);
    }

    /** A run that is gone on with is not over. */
    private void revive(Line line) throws PutOff, RunGone, Stopped {
        if (!cursor.ended()) {
            return;
        }
        try {
            update("RUNNING", Optional.empty());
        } catch (Refusal e) {
            requireRun();
        } catch (PutOff e) {
            if (!patience.isOver(e, line.number(), cursor.runId())) {
                throw e;
            }
        }
        cursor = cursor.ended(false);
    }

    private void update(String status, Optional<Long> end) throws Refusal, PutOff, Stopped {
        ObjectNode body = JSON.createObjectNode().put("run_id", cursor.runId()).put("status", status);
        end.ifPresent(millis -> body.put("end_time", millis));
        desk.server().ask(Server.post("runs/update", body.toString()));
    }

    /** A refusal means nothing where the run itself is gone. */
    private void requireRun() throws PutOff, RunGone, Stopped {
        run = Optional.empty();
        run();
    }

    private Run run() throws PutOff, RunGone, Stopped {
        try {
            Run there = run.isPresent()
                    ? run.get()
                    : desk.runs().get(cursor.runId()).orElseThrow(() -> new RunGone(cursor.runId()));
            run = Optional.of(there);
            return there;
        } catch (Refusal e) {
            throw new PutOff(Outcome.Cause.OUT_OF_ORDER, e.reason(), desk.server().longestPause());
        }
    }

    private void passed(Batch batch) throws IOException {
        if (batch.end().isPresent()) {
            passed(batch.end().get(), batch.items().size());
        } else {
            count(batch.items().size());
        }
    }

    private void passed(Position position, int items) throws IOException {
        count(items);
        cursor = cursor.at(position);
        file.save(cursor);
        progress.accept(position);
    }

    private void count(int items) throws IOException {
        int refused = refusals.keep();
        desk.tally().refused().add(refused);
        desk.tally().values().add(items - refused);
    }
}
