package org.momo4j.core.contract;

import java.util.Map;
import java.util.stream.Stream;
import org.momo4j.api.method.Averaging;
import org.momo4j.core.averaging.BiasCorrectedAverage;
import org.momo4j.core.averaging.FirstSampleAverage;
import org.momo4j.core.averaging.HeavyBall;
import org.momo4j.core.averaging.UniformAverage;
import org.momo4j.core.momo.MomoMethod;
import org.momo4j.core.momo.MomoProvider;
import org.momo4j.testkit.model.TruncatedModelContract;
import org.momo4j.testkit.model.TruncatedModelSubject;

/** MoMo's steps minimise what they claim to minimise, for every averaging, with and without decay. */
class TruncatedModelContractTest implements TruncatedModelContract {
    @Override
    public Stream<TruncatedModelSubject> subjects() {
        return Stream.of(0.0, 0.1)
                .flatMap(decay -> Stream.of(subject("first-sample", new FirstSampleAverage(0.8), decay),
                        subject("bias-corrected", new BiasCorrectedAverage(0.8), decay),
                        subject("heavy-ball", new HeavyBall(0.8), decay),
                        subject("uniform", new UniformAverage(), decay)));
    }

    private static TruncatedModelSubject subject(String kind, Averaging averaging, double decay) {
        var momo = new MomoProvider<>(new MomoMethod());
        var parameters = momo.hyperParameters().read(Map.of("beta", 0.8, "averaging", kind, "weightDecay", decay));
        return new TruncatedModelSubject("momo " + kind + ", decay " + decay,
                setting -> momo.create(parameters, setting),
                averaging, decay);
    }
}
