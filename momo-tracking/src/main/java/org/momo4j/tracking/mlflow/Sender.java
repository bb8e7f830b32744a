package org.momo4j.tracking.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.momo4j.tracking.mlflow.Outcome.Cause;

/**
 * Sends the batches of one run. Batches of metrics go out side by side, as their order means nothing to the server; delivery has
 * passed one when it has passed all before it.
 */
final class Sender {
    private final Server server;
    private final RunDirectory runs;
    private final String runId;
    private final int inFlight;
    private final Refusals refusals;
    private final Patience patience;
    private final Commit commit;
    private final Deque<UnderWay> window = new ArrayDeque<>();
    /** The line that the batch begins with that is waited for. */
    private long settling;

    /** Told how far delivery has come. */
    interface Commit {
        /** All items of this batch are taken, or among the refusals. */
        void passed(Batch batch) throws IOException;
    }

    /**
     * A batch under way.
     *
     * @param whole  as it was built
     * @param sent   what is asked for
     * @param known  what need not be asked for, as it is refused
     * @param flight its call
     */
    private record UnderWay(Batch whole, List<Item> sent, List<Item> known, Flight<JsonNode> flight) {}

    Sender(Server server, RunDirectory runs, String runId, int inFlight, Refusals refusals, Patience patience,
            Commit commit) {
        this.server = server;
        this.runs = runs;
        this.runId = runId;
        this.inFlight = inFlight;
        this.refusals = refusals;
        this.patience = patience;
        this.commit = commit;
    }

    /** Sends a batch, now or soon. */
    void send(Batch batch) throws PutOff, RunGone, Stopped, IOException {
        if (!batch.isOfMetricsOnly()) {
            drain();
        }
        while (window.size() >= inFlight) {
            settleFirst();
        }
        List<Item> known = batch.items().stream().filter(refusals::isKnown).toList();
        List<Item> sent = known.isEmpty()
                ? batch.items()
                : batch.items().stream().filter(item -> !refusals.isKnown(item)).toList();
        if (sent.isEmpty()) {
            drain();
            known.forEach(refusals::again);
            commit.passed(batch);
            return;
        }
        window.add(new UnderWay(batch, sent, known, start(sent)));
        if (!batch.isOfMetricsOnly()) {
            drain();
        }
    }

    /** Waits until nothing is under way. */
    void drain() throws PutOff, RunGone, Stopped, IOException {
        while (!window.isEmpty()) {
            settleFirst();
        }
    }

    private void settleFirst() throws PutOff, RunGone, Stopped, IOException {
        UnderWay first = window.remove();
        first.known().forEach(refusals::again);
        settling = first.whole().items().getFirst().line();
        deliver(first.sent(), server.outcome(first.flight()), true);
        commit.passed(first.whole());
    }

    private void deliver(List<Item> items, Outcome<JsonNode> first, boolean whole) throws PutOff, RunGone, Stopped {
        try {
            server.insist(() -> server.outcome(start(items)), first);
        } catch (Refusal e) {
            if (whole && !isThere()) {
                throw new RunGone(runId);
            }
            if (items.size() == 1) {
                refusals.add(items.getFirst(), e.reason());
            } else {
                deliverParts(items);
            }
        } catch (PutOff e) {
            boolean isTooMuch = e.kind() == Cause.LATE && items.size() > 1; // perhaps, for the server at once
            if (!isTooMuch && !patience.isOver(e, settling, runId)) {
                throw e;
            }
            if (items.size() == 1) {
                refusals.add(items.getFirst(), String.valueOf(e.getMessage()));
            } else {
                deliverParts(items);
            }
        }
    }

    /** What is refused together may be taken apart: what was refused before is set apart first, then halves. */
    private void deliverParts(List<Item> items) throws PutOff, RunGone, Stopped {
        List<Item> suspect = items.stream().filter(refusals::isSuspect).toList();
        if (suspect.isEmpty() || suspect.size() == items.size()) {
            int half = items.size() / 2;
            deliverPart(items.subList(0, half));
            deliverPart(items.subList(half, items.size()));
        } else {
            deliverPart(items.stream().filter(item -> !refusals.isSuspect(item)).toList());
            deliverPart(suspect);
        }
    }

    private void deliverPart(List<Item> items) throws PutOff, RunGone, Stopped {
        items.stream().filter(refusals::isKnown).forEach(refusals::again);
        List<Item> rest = items.stream().filter(item -> !refusals.isKnown(item)).toList();
        if (!rest.isEmpty()) {
            deliver(rest, server.outcome(start(rest)), false);
        }
    }

    private Flight<JsonNode> start(List<Item> items) throws Stopped {
        return server.start(Server.post("runs/log-batch", LogBatch.body(runId, items)));
    }

    private boolean isThere() throws PutOff, Stopped {
        try {
            return runs.get(runId).isPresent();
        } catch (Refusal e) {
            return true; // whatever this means, it is not that the run is gone
        }
    }

    /** Waits for nothing. */
    void abandon() {
        window.forEach(underWay -> underWay.flight().abandon());
        window.clear();
    }
}
