package org.momo4j.lab.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import java.util.List;
import java.util.Map;
import org.momo4j.api.provider.LearningRateProvider;
import org.momo4j.api.provider.LowerBoundProvider;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.provider.ObjectiveProvider;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.theory.Check;
import org.momo4j.core.momo.MomoProvider;
import org.momo4j.lab.catalogue.Catalogue;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.plugin.PluginListener;
import org.momo4j.lab.plugin.PluginPlaces;
import org.momo4j.lab.plugin.Plugins;
import org.momo4j.lab.plugin.Probe;

/**
 * Everything that is installed, by name: on the class path, in plugins, and bound. A module of a user's own binds more, by a
 * {@link MapBinder} from names to one of the five kinds: {@code MapBinder<String, OptimizerProvider<?>>}, {@code LowerBoundProvider<?>},
 * {@code ObjectiveProvider<?>}, {@code LearningRateProvider<?>}, {@code Check}.
 */
public final class ProvidersModule extends AbstractModule {
    private static final List<TypeLiteral<?>> KINDS = List.of(new TypeLiteral<OptimizerProvider<?>>() {
    }, new TypeLiteral<LowerBoundProvider<?>>() {
    }, new TypeLiteral<ObjectiveProvider<?>>() {
    }, new TypeLiteral<LearningRateProvider<?>>() {
    }, new TypeLiteral<Check>() {
    });

    private final PluginPlaces places;
    private final PluginListener listener;

    /** Class path and bindings only; a provider that is broken, or has a name that is taken, is refused. */
    public ProvidersModule() {
        this(PluginPlaces.none(), new PluginListener() {
            @Override
            public void leftOut(String sentence) {
                throw new IllegalArgumentException(sentence);
            }

            @Override
            public void used(String sentence) {}
        });
    }

    /**
     * With plugins. They are looked for when something of the catalogues is asked for first.
     *
     * @param places   where plugins are
     * @param listener told what plugins there are, and what is left out
     */
    public ProvidersModule(PluginPlaces places, PluginListener listener) {
        this.places = places;
        this.listener = listener;
    }

    @Override
    protected void configure() {
        KINDS.forEach(kind -> MapBinder.newMapBinder(binder(), TypeLiteral.get(String.class), kind));
    }

    @Provides
    @Singleton
    Catalogues catalogues(Map<String, OptimizerProvider<?>> optimizers, Map<String, LowerBoundProvider<?>> bounds,
            Map<String, ObjectiveProvider<?>> objectives, Map<String, LearningRateProvider<?>> schedules,
            Map<String, Check> checks) {
        Plugins plugins = new Plugins(places, listener);
        Catalogues found = new Catalogues(
                plugins.<OptimizerProvider<?>>offers("optimizer").of(OptimizerProvider.class, Probe::name, Probe::whole)
                        .of(MomentumMethodProvider.class, Probe::name, ProvidersModule::momo).bound(optimizers)
                        .catalogue(),
                plugins.<LowerBoundProvider<?>>offers("bound").of(LowerBoundProvider.class, Probe::name, Probe::whole)
                        .bound(bounds).catalogue(),
                plugins.<ObjectiveProvider<?>>offers("objective")
                        .of(ObjectiveProvider.class, Probe::name, Probe::whole).bound(objectives).catalogue(),
                plugins.<LearningRateProvider<?>>offers("schedule")
                        .of(LearningRateProvider.class, Probe::name, Probe::whole).bound(schedules).catalogue(),
                plugins.<Check>offers("check").of(Check.class, Probe::name, plugins::whole).bound(checks).catalogue());
        plugins.announce();
        return found;
    }

    private static OptimizerProvider<?> momo(MomentumMethodProvider<?> method) {
        return new MomoProvider<>(Probe.whole(method));
    }

    @Provides
    Catalogue<OptimizerProvider<?>> optimizers(Catalogues all) {
        return all.optimizers();
    }

    @Provides
    Catalogue<LowerBoundProvider<?>> bounds(Catalogues all) {
        return all.bounds();
    }

    @Provides
    Catalogue<ObjectiveProvider<?>> objectives(Catalogues all) {
        return all.objectives();
    }

    @Provides
    Catalogue<LearningRateProvider<?>> schedules(Catalogues all) {
        return all.schedules();
    }

    @Provides
    Catalogue<Check> checks(Catalogues all) {
        return all.checks();
    }
}
