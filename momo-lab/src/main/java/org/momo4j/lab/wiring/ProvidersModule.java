package org.momo4j.lab.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import java.util.Map;
import org.momo4j.api.provider.LearningRateProvider;
import org.momo4j.api.provider.LowerBoundProvider;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.provider.ObjectiveProvider;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.theory.Check;
import org.momo4j.core.momo.MomoProvider;
import org.momo4j.lab.catalogue.Catalogue;

/** Binds every implementation on the class path by its name. */
public final class ProvidersModule extends AbstractModule {
    private static final TypeLiteral<OptimizerProvider<?>> OPTIMIZER = new TypeLiteral<>() {
    };
    private static final TypeLiteral<LowerBoundProvider<?>> BOUND = new TypeLiteral<>() {
    };
    private static final TypeLiteral<ObjectiveProvider<?>> OBJECTIVE = new TypeLiteral<>() {
    };
    private static final TypeLiteral<LearningRateProvider<?>> SCHEDULE = new TypeLiteral<>() {
    };
    private static final TypeLiteral<Check> CHECK = new TypeLiteral<>() {
    };

    @Override
    protected void configure() {
        bind(OPTIMIZER, new Installed<OptimizerProvider<?>>("optimizer")
                .add(OptimizerProvider.class, p -> p.name(), p -> p)
                .add(MomentumMethodProvider.class, p -> p.name(), ProvidersModule::momo));
        bind(BOUND,
                new Installed<LowerBoundProvider<?>>("bound").add(LowerBoundProvider.class, p -> p.name(), p -> p));
        bind(OBJECTIVE, new Installed<ObjectiveProvider<?>>("objective")
                .add(ObjectiveProvider.class, p -> p.name(), p -> p));
        bind(SCHEDULE, new Installed<LearningRateProvider<?>>("schedule")
                .add(LearningRateProvider.class, p -> p.name(), p -> p));
        bind(CHECK, new Installed<Check>("check").add(Check.class, Check::name, c -> c));
    }

    private static OptimizerProvider<?> momo(MomentumMethodProvider<?> method) {
        return new MomoProvider<>(method);
    }

    private <T> void bind(TypeLiteral<T> type, Installed<T> installed) {
        MapBinder<String, T> binder = MapBinder.newMapBinder(binder(), TypeLiteral.get(String.class), type);
        installed.byName().forEach((name, entry) -> binder.addBinding(name).toInstance(entry));
    }

    @Provides
    @Singleton
    Catalogue<OptimizerProvider<?>> optimizers(Map<String, OptimizerProvider<?>> byName) {
        return new Catalogue<>("optimizer", byName);
    }

    @Provides
    @Singleton
    Catalogue<LowerBoundProvider<?>> bounds(Map<String, LowerBoundProvider<?>> byName) {
        return new Catalogue<>("bound", byName);
    }

    @Provides
    @Singleton
    Catalogue<ObjectiveProvider<?>> objectives(Map<String, ObjectiveProvider<?>> byName) {
        return new Catalogue<>("objective", byName);
    }

    @Provides
    @Singleton
    Catalogue<LearningRateProvider<?>> schedules(Map<String, LearningRateProvider<?>> byName) {
        return new Catalogue<>("schedule", byName);
    }

    @Provides
    @Singleton
    Catalogue<Check> checks(Map<String, Check> byName) {
        return new Catalogue<>("check", byName);
    }
}
