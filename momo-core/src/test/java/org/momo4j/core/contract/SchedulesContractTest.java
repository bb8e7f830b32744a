package org.momo4j.core.contract;

import java.util.Map;
import java.util.stream.Stream;
import org.momo4j.api.provider.LearningRateProvider;
import org.momo4j.core.schedule.Constant;
import org.momo4j.core.schedule.Cosine;
import org.momo4j.core.schedule.Exponential;
import org.momo4j.core.schedule.InverseSquareRoot;
import org.momo4j.core.schedule.StepDecay;
import org.momo4j.core.schedule.WarmUp;
import org.momo4j.testkit.method.LearningRateContract;
import org.momo4j.testkit.method.LearningRateSubject;

/** The table of schedules. */
class SchedulesContractTest implements LearningRateContract {
    @Override
    public Stream<LearningRateSubject> subjects() {
        return Stream.of(subject(new Constant.Provider(), Map.of("rate", 0.1)),
                subject(new Constant.Provider(), Map.of("rate", Double.POSITIVE_INFINITY)).orInfinite(),
                subject(new StepDecay.Provider(), Map.of("every", 100)), subject(new Exponential.Provider(), Map.of()),
                subject(new InverseSquareRoot.Provider(), Map.of()),
                subject(new Cosine.Provider(), Map.of("steps", 100)),
                subject(new WarmUp.Provider(), Map.of("steps", 10)));
    }

    private static <P> LearningRateSubject subject(LearningRateProvider<P> provider, Map<String, Object> values) {
        return LearningRateSubject.of(provider, provider.hyperParameters().read(values));
    }
}
