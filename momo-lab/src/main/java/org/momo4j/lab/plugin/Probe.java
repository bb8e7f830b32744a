package org.momo4j.lab.plugin;

import java.util.Objects;
import java.util.regex.Pattern;
import org.momo4j.api.provider.HyperParameters;
import org.momo4j.api.provider.MomentumMethodProvider;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.api.provider.Provider;
import org.momo4j.api.theory.Check;

/** Asks a provider what every command may ask of it: what is broken shows before it is listed. */
public final class Probe {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern CHECK = Pattern.compile("\\S(.*\\S)?");

    private Probe() {}

    /**
     * The name of a provider.
     *
     * @throws IllegalArgumentException if it is none that a specification could use
     */
    public static String name(Provider<?> provider) {
        return matching(NAME, provider.name(), "words of lower-case letters and digits, joined by hyphens");
    }

    /**
     * The name of a check.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public static String name(Check check) {
        return matching(CHECK, check.name(), "text on one line");
    }

    private static String matching(Pattern pattern, String name, String allowed) {
        if (!pattern.matcher(name).matches()) {
            throw new IllegalArgumentException("its name is \"" + name + "\"; it must be " + allowed);
        }
        return name;
    }

    /**
     * The provider itself.
     *
     * @throws RuntimeException whatever is thrown by what a command may ask of it
     */
    public static <P extends Provider<?>> P whole(P provider) {
        Objects.requireNonNull(provider.description(), "its description is null");
        HyperParameters<?> hyperParameters = provider.hyperParameters();
        if (hyperParameters.components().stream().noneMatch(component -> component.byDefault().isEmpty())) {
            hyperParameters.defaults();
        }
        switch (provider) {
            case OptimizerProvider<?> optimizer -> rate(optimizer.defaultLearningRate());
            case MomentumMethodProvider<?> method -> rate(method.defaultLearningRate());
            default -> {
            }
        }
        return provider;
    }

    /**
     * The check itself.
     *
     * @throws RuntimeException if it cannot say what it states
     */
    public static Check whole(Check check) {
        Objects.requireNonNull(check.statement(), "its statement is null");
        return check;
    }

    private static void rate(double rate) {
        if (!(rate > 0)) {
            throw new IllegalArgumentException(
                    "its default learning rate is " + rate + "; it must be in (0, inf]");
        }
    }
}
