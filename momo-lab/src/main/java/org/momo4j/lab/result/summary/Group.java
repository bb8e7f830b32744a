package org.momo4j.lab.result.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.momo4j.lab.experiment.Outcome.Status;

/** Collects the runs of a setting. */
final class Group {
    private final String method;
    private final List<Ending> endings = new ArrayList<>();

    Group(String method) {
        this.method = method;
    }

    void add(Ending ending) {
        endings.add(ending);
    }

    Setting setting(Metric metric) {
        Ending any = endings.getFirst();
        double[] scores = endings.stream().map(e -> e.score(metric)).filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble).toArray();
        return new Setting(any.objective(), any.optimizer(), method, any.rate(), endings.size(),
                count(Optional.of(Status.DIVERGED)), count(Optional.of(Status.FAILED)), count(Optional.empty()), metric,
                java.util.Arrays.stream(scores).boxed().toList(), Spread.of(scores));
    }

    private int count(Optional<Status> status) {
        return (int) endings.stream().filter(e -> e.status().equals(status)).count();
    }
}
