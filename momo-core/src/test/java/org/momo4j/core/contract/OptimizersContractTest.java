package org.momo4j.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.momo4j.api.method.Decay;
import org.momo4j.api.method.DiagonalPreconditioner;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.bounds.BestMinusGapBound;
import org.momo4j.bounds.KnownBound;
import org.momo4j.bounds.OnlineBound;
import org.momo4j.bounds.TargetLevelBound;
import org.momo4j.core.averaging.BiasCorrectedAverage;
import org.momo4j.core.baseline.Adam;
import org.momo4j.core.baseline.AdamW;
import org.momo4j.core.baseline.Lion;
import org.momo4j.core.baseline.Nesterov;
import org.momo4j.core.baseline.Sgd;
import org.momo4j.core.baseline.SgdM;
import org.momo4j.core.baseline.adaptive.AdaBelief;
import org.momo4j.core.baseline.adaptive.AdaBound;
import org.momo4j.core.baseline.adaptive.AdaGrad;
import org.momo4j.core.baseline.adaptive.AmsGrad;
import org.momo4j.core.baseline.adaptive.RmsProp;
import org.momo4j.core.baseline.adaptive.Yogi;
import org.momo4j.core.baseline.free.DAdaptAdam;
import org.momo4j.core.baseline.free.Dog;
import org.momo4j.core.baseline.free.Prodigy;
import org.momo4j.core.baseline.schedulefree.ScheduleFreeAdamW;
import org.momo4j.core.baseline.schedulefree.ScheduleFreeSgd;
import org.momo4j.core.baseline.polyak.AliG;
import org.momo4j.core.baseline.polyak.Polyak;
import org.momo4j.core.baseline.polyak.ProxSps;
import org.momo4j.core.baseline.polyak.SpsMax;
import org.momo4j.core.metric.TestMetric;
import org.momo4j.core.momo.Momo;
import org.momo4j.core.momo.MomoAdamMethod;
import org.momo4j.core.momo.MomoMethod;
import org.momo4j.core.momo.MomoProvider;
import org.momo4j.core.momo.variant.MomoAdaBelief;
import org.momo4j.core.momo.variant.MomoAdaBound;
import org.momo4j.core.momo.variant.MomoAdaGrad;
import org.momo4j.core.momo.variant.MomoAmsGrad;
import org.momo4j.core.momo.variant.MomoNesterov;
import org.momo4j.core.momo.variant.MomoRmsProp;
import org.momo4j.core.momo.variant.MomoShampoo;
import org.momo4j.core.momo.variant.MomoYogi;
import org.momo4j.core.schedule.Cosine;
import org.momo4j.core.schedule.InverseSquareRoot;
import org.momo4j.testkit.step.OptimizerContract;
import org.momo4j.testkit.step.OptimizerSubject;

/** The table of optimizers: a new one is tested by being listed. */
class OptimizersContractTest implements OptimizerContract {
    @Override
    public Stream<OptimizerSubject> subjects() {
        var momo = new MomoProvider<>(new MomoMethod());
        var momoAdam = new MomoProvider<>(new MomoAdamMethod());
        return Stream.of(subject(momo, 1, Map.of()), subject(momo, 1, Map.of("averaging", "bias-corrected")),
                subject(momo, 1, Map.of("averaging", "heavy-ball")), subject(momo, 1, Map.of("averaging", "uniform")),
                subject(momo, 1e12, Map.of("beta", 0)).claimingScaleInvariance(),
                subject(momo, 1, Map.of("weightDecay", 0.01)),
                subject(momo, 1, Map.of("weightDecay", 0.01, "decay", "decoupled")),
                subject(momo, 1, Map.of()).named("momo, online").boundedBy(() -> new OnlineBound(-1)),
                subject(momo, 1, Map.of()).named("momo, target level").boundedBy(() -> new TargetLevelBound(1, 10)),
                subject(momo, 1, Map.of()).named("momo, best minus gap").boundedBy(() -> new BestMinusGapBound(1, 0.5)),
                subject(momo, 1, Map.of()).named("momo, cosine").scheduled(new Cosine(1, 0.1, 50)),
                subject(momoAdam, 0.1, Map.of()),
                subject(momoAdam, 0.1, Map.of("epsilon", 1e-30)).claimingScaleInvariance(),
                subject(momoAdam, 1, Map.of("weightDecay", 0.01)),
                subject(momoAdam, 0.1, Map.of("weightDecay", 0.01, "decay", "decoupled")),
                subject(momoAdam, 0.1, Map.of()).named("momo-adam, online").boundedBy(() -> new OnlineBound(-1)),
                subject(new MomoProvider<>(new MomoRmsProp()), 0.1, Map.of()),
                subject(new MomoProvider<>(new MomoAdaGrad()), 1, Map.of()),
                subject(new MomoProvider<>(new MomoAmsGrad()), 0.1, Map.of()),
                subject(new MomoProvider<>(new MomoAdaBelief()), 0.1, Map.of()),
                subject(new MomoProvider<>(new MomoAdaBound()), 0.1, Map.of("weightDecay", 0.01)),
                subject(new MomoProvider<>(new MomoYogi()), 0.1, Map.of()),
                subject(new MomoProvider<>(new MomoNesterov()), 1, Map.of()),
                subject(new MomoProvider<>(new MomoNesterov()), 1,
                        Map.of("averaging", "bias-corrected", "weightDecay", 0.01)),
                subject(new MomoProvider<>(new MomoShampoo()), 1, Map.of()).dependentOnOrder(),
                subject(new MomoProvider<>(new MomoAdaGrad()), Double.POSITIVE_INFINITY, Map.of("epsilon", 1e-30))
                        .claimingScaleInvariance(),
                subject(new MomoProvider<>(new MomoNesterov()), Double.POSITIVE_INFINITY, Map.of())
                        .claimingScaleInvariance(),
                subject(new RmsProp(), 0.05, Map.of()), subject(new AdaGrad(), 0.5, Map.of()),
                subject(new AmsGrad(), 0.05, Map.of()), subject(new AdaBelief(), 0.05, Map.of()),
                subject(new AdaBound(), 0.05, Map.of()), subject(new Yogi(), 0.05, Map.of()),
                subject(new Sgd(), 0.5, Map.of("weightDecay", 0.01)), subject(new Nesterov(), 0.05, Map.of()),
                subject(new AdamW(), 0.05, Map.of()), subject(new Lion.Provider(), 0.01, Map.of("weightDecay", 0.01)),
                subject(new Polyak(), Double.POSITIVE_INFINITY, Map.of()), subject(new SpsMax(), 10, Map.of()),
                subject(new SpsMax(), 1, Map.of("c", 1, "weightDecay", 0.01)),
                subject(new ProxSps(), 1, Map.of("weightDecay", 0.01)), subject(new AliG(), 1, Map.of()),
                subject(new AliG(), 0.1, Map.of("momentum", 0.9, "radius", 100, "weightDecay", 0.01)),
                diagonal(TestMetric.ADA_GRAD, 1), diagonal(TestMetric.AMS_GRAD, 0.1), diagonal(TestMetric.BELIEF, 1),
                subject(new SgdM.Provider(), 0.1, Map.of()), subject(new SgdM.Provider(), 0.05, Map.of("dampening", 0)),
                subject(new SgdM.Provider(), 0.1, Map.of("weightDecay", 0.01)),
                subject(new SgdM.Provider(), 0.5, Map.of()).named("sgd-m, falling")
                        .scheduled(new InverseSquareRoot(0.5)),
                subject(new Dog.Provider(), 1, Map.of()),
                subject(new Dog.Provider(), 1, Map.of("averaging", Double.POSITIVE_INFINITY, "weightDecay", 0.01)),
                // its estimate can be too large: like any Adam it wants a falling rate where samples are drawn
                subject(new DAdaptAdam.Provider(), 1, Map.of()).named("d-adapt-adam, falling")
                        .scheduled(new InverseSquareRoot(1)),
                subject(new Prodigy.Provider(), 1, Map.of("weightDecay", 0.01)),
                subject(new ScheduleFreeSgd(), 1, Map.of("weightDecay", 0.01)),
                subject(new ScheduleFreeSgd(), 1, Map.of("beta", 1, "weightPower", 1))
                        .named("schedule-free-sgd, falling")
                        .scheduled(new InverseSquareRoot(1)),
                subject(new ScheduleFreeAdamW(), 0.1, Map.of("weightDecay", 0.01)),
                // Adam divides a decay in the gradient by its metric: not the common shrinking that the contract asks of a
                // decay. BaselineTest has it.
                subject(new Adam.Provider(), 0.05, Map.of()));
    }

    /** Whoever registers a method without a line in the table is told. */
    @Test
    void everyRegisteredMethodIsInTheTable() {
        List<String> subjects = subjects().map(OptimizerSubject::name).toList();
        Stream<String> registered = Stream.concat(names(OptimizerProvider.class, p -> p.name()),
                names(MomentumMethodProvider.class, p -> p.name()));
        assertEquals(List.of(), registered
                .filter(name -> subjects.stream().noneMatch(subject -> subject.matches(name + "[ ,].*"))).toList());
    }

    private static <S> Stream<String> names(Class<S> service, Function<S, String> name) {
        return ServiceLoader.load(service).stream().map(ServiceLoader.Provider::get).map(name);
    }

    private static OptimizerSubject diagonal(TestMetric metric, double rate) {
        return new OptimizerSubject("diagonal " + metric + ", lr " + rate,
                setting -> new Momo(
                        new MomentumMethod(new BiasCorrectedAverage(0.9),
                                new DiagonalPreconditioner(metric, setting.layout().size(), setting.type())),
                        0, Decay.PROXIMAL, setting),
                k -> rate, () -> new KnownBound(0), true);
    }

    private static <P> OptimizerSubject subject(OptimizerProvider<P> provider, double rate,
            Map<String, Object> values) {
        return OptimizerSubject.of(provider, provider.hyperParameters().read(values), rate);
    }
}
