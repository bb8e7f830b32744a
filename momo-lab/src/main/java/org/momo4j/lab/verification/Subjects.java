package org.momo4j.lab.verification;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.momo4j.api.method.Averaging;
import org.momo4j.api.provider.Component;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.convex.verify.Subject;
import org.momo4j.lab.catalogue.Catalogue;
import org.momo4j.lab.report.Numbers;

/**
 * The methods that a verification judges: every optimizer that claims something, with every momentum asked for and every
 * averaging it offers. Settings that make the same weights are one method.
 */
public final class Subjects {
    private static final String BETA = "beta";
    private static final String AVERAGING = "averaging";
    /** Steps at which weights are compared; all averagings have settled by the last. */
    private static final List<Long> PROBES = List.of(1L, 2L, 3L, 17L);

    private final Catalogue<OptimizerProvider<?>> optimizers;

    /** Chooses among these optimizers. */
    @Inject
    public Subjects(Catalogue<OptimizerProvider<?>> optimizers) {
        this.optimizers = optimizers;
    }

    /**
     * The methods.
     *
     * @param names optimizers; none: all that claim something
     * @param betas momenta
     * @throws IllegalArgumentException if a name is unknown, or a named optimizer claims nothing
     */
    public List<Subject> of(List<String> names, List<Double> betas) {
        List<Subject> subjects = new ArrayList<>();
        for (String name : names.isEmpty() ? optimizers.names() : names) {
            List<Subject> own = of(optimizers.get(name), betas);
            if (own.isEmpty() && !names.isEmpty()) {
                throw new IllegalArgumentException("optimizer \"" + name
                        + "\" claims nothing that can be verified; there are " + verifiable()
                        + "; a momentum method claims it by MomentumMethodProvider.fixedIdentityMetric");
            }
            subjects.addAll(own);
        }
        return subjects;
    }

    /** Those of the methods that have no momentum. */
    public static List<Subject> plain(List<Subject> subjects) {
        return subjects.stream().filter(s -> s.averaging().a(2) == 0).toList();
    }

    private List<String> verifiable() {
        return optimizers.names().stream().filter(n -> !of(optimizers.get(n), List.of(0.0)).isEmpty()).toList();
    }

    private static List<Subject> of(OptimizerProvider<?> provider, List<Double> betas) {
        List<Component> components = provider.hyperParameters().components();
        boolean hasBeta = components.stream().anyMatch(c -> c.name().equals(BETA) && c.type() == double.class);
        List<Subject> subjects = new ArrayList<>();
        Set<List<Double>> seen = new HashSet<>();
        for (Map<String, Object> averaging : averagings(components)) {
            boolean usesBeta = hasBeta && !weights(provider, with(0.25, averaging)).equals(
                    weights(provider, with(0.75, averaging)));
            for (double beta : usesBeta ? betas : List.of(0.0)) {
                Map<String, Object> values = usesBeta ? with(beta, averaging) : averaging;
                if (seen.add(weights(provider, values))) {
                    Subject.of(provider, values).ifPresent(subjects::add);
                }
            }
        }
        return subjects;
    }

    /** β first, and written as a person would. */
    private static Map<String, Object> with(double beta, Map<String, Object> others) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(BETA, Numbers.plain(beta));
        values.putAll(others);
        return values;
    }

    /** The default averaging, which needs no mention, and then all others. */
    private static List<Map<String, Object>> averagings(List<Component> components) {
        List<Map<String, Object>> averagings = new ArrayList<>();
        averagings.add(Map.of());
        components.stream().filter(c -> c.name().equals(AVERAGING) && c.type().isEnum()).forEach(c -> {
            for (Object constant : c.type().getEnumConstants()) {
                if (!c.byDefault().equals(Optional.of(constant))) {
                    averagings.add(Map.of(AVERAGING, Component.spell(constant)));
                }
            }
        });
        return averagings;
    }

    /** The weights of the averaging that a method claims; none if it claims nothing. */
    private static <P> List<Double> weights(OptimizerProvider<P> provider, Map<String, Object> values) {
        Optional<Averaging> averaging = provider.verifiableAveraging(provider.hyperParameters().read(values));
        return averaging.stream().flatMap(a -> PROBES.stream().flatMap(k -> Stream.of(a.a(k), a.b(k), a.p(k), a.q(k))))
                .toList();
    }
}
