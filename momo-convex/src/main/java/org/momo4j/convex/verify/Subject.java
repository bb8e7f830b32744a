package org.momo4j.convex.verify;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.momo4j.api.method.Averaging;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Setting;
import org.momo4j.api.step.Optimizer;

/**
 * A method with fixed hyper-parameters, whose claims are to be verified.
 *
 * @param label     how reports spell it, say {@code momo beta=0.9}
 * @param averaging the averaging that it claims to use
 * @param create    makes an optimizer for a problem
 */
public record Subject(String label, Averaging averaging, Factory create) {
    /** The label with a learning rate. */
    String label(double cap) {
        return label + " lr=" + (cap == Double.POSITIVE_INFINITY ? "inf" : String.format(Locale.ROOT, "%.3g", cap));
    }

    /** Makes an optimizer. */
    @FunctionalInterface
    public interface Factory {
        /** An optimizer that has made no step. */
        Optimizer create(Setting setting);
    }

    /**
     * A provider's method with some hyper-parameters set; empty if the method claims nothing that can be verified.
     *
     * @throws IllegalArgumentException if a value is unknown or not allowed
     */
    public static <P> Optional<Subject> of(OptimizerProvider<P> provider, Map<String, ?> values) {
        P parameters = provider.hyperParameters().read(values);
        StringBuilder label = new StringBuilder(provider.name());
        values.forEach((name, value) -> label.append(' ').append(name).append('=').append(value));
        return provider.verifiableAveraging(parameters).map(
                averaging -> new Subject(label.toString(), averaging, setting -> provider.create(parameters, setting)));
    }
}
