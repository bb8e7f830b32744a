package org.momo4j.testkit.method;

import java.util.function.Supplier;
import org.momo4j.api.method.LowerBound;
import org.momo4j.api.provider.LowerBoundProvider;
import org.momo4j.testkit.Subject;

/**
 * A lower bound with its settings, to be held to {@link LowerBoundContract}.
 *
 * @param name    what its tests are called after
 * @param create  creates a fresh bound
 * @param samples how many examples it knows of, at least 1; samples of the contract name one of them each
 */
public record LowerBoundSubject(String name, Supplier<LowerBound> create, int samples) implements Subject {
    /** What a provider creates from these hyper-parameters; samples name example 0 only. */
    public static <P> LowerBoundSubject of(LowerBoundProvider<P> provider, P hyperParameters) {
        return new LowerBoundSubject(provider.name() + " " + hyperParameters, () -> provider.create(hyperParameters),
                1);
    }

    /** The same subject, which knows of this many examples. */
    public LowerBoundSubject knowing(int examples) {
        return new LowerBoundSubject(name, create, examples);
    }
}
