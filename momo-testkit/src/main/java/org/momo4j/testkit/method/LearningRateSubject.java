package org.momo4j.testkit.method;

import java.util.OptionalLong;
import java.util.function.Supplier;
import org.momo4j.api.method.LearningRate;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.provider.LearningRateProvider;
import org.momo4j.api.provider.ScheduleSetting;
import org.momo4j.testkit.Subject;

/**
 * A schedule with its settings, to be held to {@link LearningRateContract}.
 *
 * @param name          what its tests are called after
 * @param create        creates the schedule
 * @param mayBeInfinite whether it may answer with +infinity, a cap that never acts
 */
public record LearningRateSubject(String name, Supplier<LearningRate> create, boolean mayBeInfinite)
        implements
            Subject {
    private static final long RUN = 1000;

    /** What a provider creates from these hyper-parameters; other schedules by name are constant. */
    public static <P> LearningRateSubject of(LearningRateProvider<P> provider, P hyperParameters) {
        return new LearningRateSubject(provider.name() + " " + hyperParameters,
                () -> provider.create(hyperParameters,
                        new ScheduleSetting(OptionalLong.of(RUN), (other, left) -> constant(other))),
                false);
    }

    /** The same subject, which may answer with +infinity. */
    public LearningRateSubject orInfinite() {
        return new LearningRateSubject(name, create, true);
    }

    private static LearningRate constant(Choice choice) {
        double rate = choice.values().isEmpty() ? 0.5 : 0.25;
        return k -> rate;
    }
}
