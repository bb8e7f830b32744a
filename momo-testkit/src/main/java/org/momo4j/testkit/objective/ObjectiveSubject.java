package org.momo4j.testkit.objective;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.momo4j.api.objective.Objective;
import org.momo4j.api.provider.ObjectiveProvider;
import org.momo4j.testkit.Subject;

/**
 * An objective to be held to {@link ObjectiveContract}.
 *
 * @param name      what its tests are called after
 * @param create    creates a fresh objective over the same data
 * @param traits    what may be expected of it
 * @param precision relative rounding error of its losses at float64 points: 1e-12 where it computes in double
 */
public record ObjectiveSubject(String name, Supplier<Objective> create, Set<Trait> traits,
        double precision) implements Subject {
    private static final double IN_DOUBLE = 1e-12;
    private static final double IN_FLOAT = 1e-5;

    /** Copies the traits. */
    public ObjectiveSubject {
        traits = Set.copyOf(traits);
    }

    /** An objective that computes in double, is differentiable, and whose batches are means of examples. */
    public static ObjectiveSubject of(String name, Supplier<Objective> create) {
        return new ObjectiveSubject(name, create, EnumSet.of(Trait.DIFFERENTIABLE, Trait.MEAN_OF_EXAMPLES), IN_DOUBLE);
    }

    /** What a provider creates from these hyper-parameters, with the traits of {@link #of(String, Supplier)}. */
    public static <P> ObjectiveSubject of(ObjectiveProvider<P> provider, P hyperParameters) {
        return of(provider.name() + " " + hyperParameters, () -> provider.create(hyperParameters));
    }

    /** The same subject with these traits instead. */
    public ObjectiveSubject with(Trait... others) {
        return new ObjectiveSubject(name, create, Set.copyOf(Arrays.asList(others)), precision);
    }

    /** The same subject, which computes in float32 whatever the type of its point. */
    public ObjectiveSubject inFloat32() {
        return new ObjectiveSubject(name, create, traits, IN_FLOAT);
    }
}
