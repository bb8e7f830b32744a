package org.momo4j.lab.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import java.util.List;
import java.util.Map;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.provider.LowerBoundProvider;
import org.momo4j.api.theory.Check;
import org.momo4j.convex.testbed.TestBed;
import org.momo4j.convex.verify.TightFamily;
import org.momo4j.convex.verify.Verifier;
import org.momo4j.lab.catalogue.Catalogue;
import org.momo4j.lab.verification.Selection;

/** Hands the verifier its checks, its test bed, and constant bounds to give to the methods. */
final class VerificationModule extends AbstractModule {
    private static final String KNOWN = "known";
    private static final long TIGHT_STEPS = 100_000;

    @Provides
    Verifier verifier(Catalogue<Check> checks, Catalogue<LowerBoundProvider<?>> bounds) {
        return new Verifier(List.copyOf(checks.entries().values()), value -> known(bounds.get(KNOWN), value));
    }

    @Provides
    Selection testBed() {
        return new Selection(TestBed.entries(), List.of(tight(0.1), tight(0.01), uniform()));
    }

    /** One run decays like K^(−1/2−ε). */
    private static TightFamily tight(double epsilon) {
        return new TightFamily("max-coordinate eps=" + epsilon, n -> TestBed.tight(epsilon, Math.toIntExact(n)),
                List.of(TIGHT_STEPS), -0.5 - epsilon, false);
    }

    /** Every K has a problem of its own, on which the bound of T3 is attained at K. */
    private static TightFamily uniform() {
        return new TightFamily("max-coordinate uniform", n -> TestBed.tightUniform(Math.toIntExact(n)),
                List.of(10L, 32L, 100L, 316L, 1000L, 3162L, 10_000L, TIGHT_STEPS), -0.5, true);
    }

    private static <P> LowerBound known(LowerBoundProvider<P> provider, double value) {
        return provider.create(provider.hyperParameters().read(Map.of("value", value)));
    }
}
