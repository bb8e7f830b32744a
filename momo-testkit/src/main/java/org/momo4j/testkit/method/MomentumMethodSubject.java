package org.momo4j.testkit.method;

import java.util.function.BiFunction;
import org.momo4j.api.method.MomentumMethod;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.ParameterLayout;
import org.momo4j.testkit.Subject;

/**
 * A momentum method with its settings, to be held to {@link MomentumMethodContract}.
 *
 * @param name   what its tests are called after
 * @param create creates a fresh method for parameters of this layout and type
 */
public record MomentumMethodSubject(String name,
        BiFunction<ParameterLayout, ElementType, MomentumMethod> create) implements Subject {
    /** What a provider creates from these hyper-parameters. */
    public static <P> MomentumMethodSubject of(MomentumMethodProvider<P> provider, P hyperParameters) {
        return new MomentumMethodSubject(provider.name() + " " + hyperParameters,
                (layout, type) -> provider.create(hyperParameters, layout, type));
    }
}
