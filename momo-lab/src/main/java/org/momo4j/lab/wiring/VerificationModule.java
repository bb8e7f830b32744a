package org.momo4j.lab.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import java.util.List;
import java.util.Map;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.provider.LowerBoundProvider;
import org.momo4j.api.theory.Check;
import org.momo4j.convex.verify.Verifier;
import org.momo4j.lab.catalogue.Catalogue;
import org.momo4j.lab.verification.TestBed;

/** Hands the verifier its checks, its test bed, and constant bounds to give to the methods. */
final class VerificationModule extends AbstractModule {
    private static final String KNOWN = "known";

    @Provides
    Verifier verifier(Catalogue<Check> checks, Catalogue<LowerBoundProvider<?>> bounds) {
        return new Verifier(List.copyOf(checks.entries().values()), value -> known(bounds.get(KNOWN), value));
    }

    @Provides
    TestBed testBed() {
        return new TestBed(List.of(), List.of(), List.of(), List.of());
    }

    private static <P> LowerBound known(LowerBoundProvider<P> provider, double value) {
        return provider.create(provider.hyperParameters().read(Map.of("value", value)));
    }
}
