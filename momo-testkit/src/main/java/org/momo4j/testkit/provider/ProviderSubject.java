package org.momo4j.testkit.provider;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGeneratorFactory;
import org.momo4j.api.provider.LearningRateProvider;
import org.momo4j.api.provider.LowerBoundProvider;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Provider;
import org.momo4j.api.provider.ScheduleSetting;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.testkit.ConstantBound;
import org.momo4j.testkit.Subject;

/**
 * A provider, to be held to {@link ProviderContract}.
 *
 * @param kind     the service that it provides
 * @param provider the provider
 * @param required a value for every hyper-parameter that has no default
 * @param create   creates something from hyper-parameters
 * @param rate     asks for its default learning rate, if it is of a kind that has one
 * @param <P>      the record of hyper-parameters
 */
public record ProviderSubject<P>(Class<? extends Provider<?>> kind, Provider<P> provider,
        Map<String, ?> required, Function<P, ?> create, Supplier<OptionalDouble> rate) implements Subject {
    private static final ParameterLayout LAYOUT = ParameterLayout.builder().tensor("w", 3, 2).tensor("b", 3).build();

    @Override
    public String name() {
        return provider.name();
    }

    /** A provider of optimizers, which are created with their default learning rate. */
    public static <P> ProviderSubject<P> of(OptimizerProvider<P> provider) {
        return new ProviderSubject<>(kind(OptimizerProvider.class), provider, Map.of(),
                values -> provider.create(values,
                        new Setting(LAYOUT, ElementType.FLOAT64, k -> provider.defaultLearningRate(),
                                new ConstantBound(0), RandomGeneratorFactory.getDefault().create(1))),
                () -> OptionalDouble.of(provider.defaultLearningRate()));
    }

    /** A provider of momentum methods. */
    public static <P> ProviderSubject<P> of(MomentumMethodProvider<P> provider) {
        return new ProviderSubject<>(kind(MomentumMethodProvider.class), provider, Map.of(),
                values -> provider.create(values, LAYOUT, ElementType.FLOAT64),
                () -> OptionalDouble.of(provider.defaultLearningRate()));
    }

    /** A provider of lower bounds. */
    public static <P> ProviderSubject<P> of(LowerBoundProvider<P> provider) {
        return new ProviderSubject<>(kind(LowerBoundProvider.class), provider, Map.of(), provider::create,
                OptionalDouble::empty);
    }

    /** A provider of schedules; other schedules by name are constant. */
    public static <P> ProviderSubject<P> of(LearningRateProvider<P> provider) {
        return new ProviderSubject<>(kind(LearningRateProvider.class), provider, Map.of(),
                values -> provider.create(values, new ScheduleSetting(OptionalLong.of(1000), (other, left) -> k -> 1)),
                OptionalDouble::empty);
    }

    /** The same subject with values for hyper-parameters that have no default. */
    public ProviderSubject<P> requiring(Map<String, ?> values) {
        return new ProviderSubject<>(kind, provider, values, create, rate);
    }

    @SuppressWarnings("unchecked") // the class of a generic interface knows nothing of its parameter
    private static Class<? extends Provider<?>> kind(Class<?> raw) {
        return (Class<? extends Provider<?>>) raw;
    }
}
