package org.momo4j.tracking.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults that are yet to strike. Safe for threads. */
final class Faults {
    private record Planned(Fault fault, long left, Predicate<Request> which) {}

    private final List<Planned> planned = new ArrayList<>();
    private long struck;

    synchronized void plan(Fault fault, long times, Predicate<Request> which) {
        if (times > 0) {
            planned.add(new Planned(fault, times, which));
        }
    }

    synchronized void clear() {
        planned.clear();
    }

    synchronized long struck() {
        return struck;
    }

    synchronized boolean isEmpty() {
        return planned.isEmpty();
    }

    /** The first planned fault that is meant for this request; it counts as struck. */
    synchronized Optional<Fault> next(Request request) {
        for (int i = 0; i < planned.size(); i++) {
            Planned plan = planned.get(i);
            if (plan.fault().concerns(request) && plan.which().test(request)) {
                if (plan.left() == 1) {
                    planned.remove(i);
                } else {
                    planned.set(i, new Planned(plan.fault(), plan.left() - 1, plan.which()));
                }
                struck++;
                return Optional.of(plan.fault());
            }
        }
        return Optional.empty();
    }
}
