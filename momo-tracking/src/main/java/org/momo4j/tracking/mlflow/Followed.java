package org.momo4j.tracking.mlflow;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.momo4j.tracking.journal.Outbox;
import org.momo4j.tracking.mlflow.Outcome.Cause;
import org.momo4j.tracking.mlflow.RunDirectory.Run;

/** All outboxes that are followed, in the order in which they came. */
final class Followed implements Family {
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Desk desk;
    private final Map<Path, Delivery> deliveries = new LinkedHashMap<>();
    /** Forgotten ones that were set aside: they are still to be counted. */
    private final Set<Path> aside = new HashSet<>();
    private final Map<String, Delivery> byUid = new HashMap<>();
    /** When a parent was first missed, by its uid: it may be followed a little later than its children. */
    private final Map<String, Long> missed = new HashMap<>();

    Followed(Desk desk) {
        this.desk = desk;
    }

    /** One more, or one again. */
    synchronized void add(Path folder, Delivery delivery) {
        aside.remove(folder);
        deliveries.put(folder, delivery);
    }

    /** Nothing will be added to it. */
    synchronized void settle(Outbox outbox) {
        Optional.ofNullable(deliveries.get(outbox.folder())).ifPresent(delivery -> delivery.standing().settle());
    }

    /** Those that are followed now. */
    synchronized List<Delivery> all() {
        return List.copyOf(deliveries.values());
    }

    /** How many are set aside, those that are forgotten too. */
    synchronized long aside() {
        return aside.size() + deliveries.values().stream().filter(delivery -> delivery.standing().isAside()).count();
    }

    /** Forgets those that are settled and done. */
    synchronized void forgetWhatIsOver() {
        deliveries.forEach((folder, delivery) -> {
            if (delivery.standing().isOver() && delivery.standing().isAside()) {
                aside.add(folder);
            }
        });
        deliveries.values().removeIf(delivery -> delivery.standing().isOver());
        byUid.values().removeIf(delivery -> delivery.standing().isOver());
    }

    /** What became of a look at all of them. */
    enum Look {
        /** Nothing is left for now. */
        DONE,
        /** Something was delivered, or tried; there is more. */
        BUSY,
        /** What is left has to wait for its time. */
        WAITING
    }

    /** Delivers some of everything that was there for good when it began. To be called by one thread. */
    Look deliver() throws Stopped {
        List<Delivery> now = all();
        now.forEach(this::index);
        boolean done = true;
        boolean busy = false;
        for (Delivery delivery : now) {
            long goal = delivery.standing().goal();
            if (delivery.standing().isReady(goal)) {
                busy = true;
                delivery.turn(this);
            }
            done &= delivery.standing().isDone(goal);
        }
        forgetWhatIsOver();
        if (done) {
            return Look.DONE;
        }
        return busy ? Look.BUSY : Look.WAITING;
    }

    private void index(Delivery delivery) {
        if (!delivery.standing().isDone(delivery.standing().goal())) {
            delivery.beginning().ifPresent(known -> byUid.putIfAbsent(known.began().uid(), delivery));
        }
    }

    @Override
    public Optional<String> runOf(String uid, String experiment) throws Refusal, PutOff, SetAside, Stopped {
        Optional<Run> there = desk.runs().find(experiment, uid);
        if (there.isPresent()) {
            return there.map(Run::id);
        }
        Delivery parent = byUid.get(uid);
        if (parent != null) {
            Optional<String> run = parent.run(this);
            if (run.isEmpty() && !parent.standing().isAside() && !parent.isAtWork()) {
                throw new PutOff(Cause.OUT_OF_ORDER, "its parent is not there yet", A_MOMENT);
            }
            return run;
        }
        long since = missed.computeIfAbsent(uid, first -> System.nanoTime());
        if (System.nanoTime() - since < GRACE.toNanos() || all().stream()
                .anyMatch(delivery -> !delivery.standing().isAside() && delivery.beginning().isEmpty())) {
            throw new PutOff(Cause.OUT_OF_ORDER, "its parent may be there soon", A_MOMENT);
        }
        return Optional.empty();
    }
}
