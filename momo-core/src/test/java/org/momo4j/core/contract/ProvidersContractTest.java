package org.momo4j.core.contract;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.momo4j.api.provider.Component;
import org.momo4j.api.provider.LearningRateProvider;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.testkit.provider.ProviderContract;
import org.momo4j.testkit.provider.ProviderSubject;

/** Every optimizer, momentum method and schedule that this module installs, as a plugin would be held to it. */
class ProvidersContractTest implements ProviderContract {
    @Override
    public Stream<ProviderSubject<?>> subjects() {
        return Stream.of(installed(OptimizerProvider.class).map(ProvidersContractTest::optimizer),
                installed(MomentumMethodProvider.class).map(ProvidersContractTest::method),
                installed(LearningRateProvider.class).map(ProvidersContractTest::schedule)).flatMap(all -> all);
    }

    private static <S> Stream<S> installed(Class<S> kind) {
        return ServiceLoader.load(kind).stream().map(ServiceLoader.Provider::get);
    }

    private static ProviderSubject<?> optimizer(OptimizerProvider<?> provider) {
        return ProviderSubject.of(provider);
    }

    private static ProviderSubject<?> method(MomentumMethodProvider<?> provider) {
        return ProviderSubject.of(provider);
    }

    private static ProviderSubject<?> schedule(LearningRateProvider<?> provider) {
        Map<String, Integer> counts = provider.hyperParameters().components().stream()
                .filter(component -> component.byDefault().isEmpty())
                .collect(Collectors.toMap(Component::name, component -> 100));
        return ProviderSubject.of(provider).requiring(counts);
    }
}
