package org.momo4j.lab.verification;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.momo4j.api.method.Averaging;
import org.momo4j.api.provider.Component;
import org.momo4j.api.provider.OptimizerProvider;
import org.momo4j.convex.verify.Subject;
import org.momo4j.lab.catalogue.Catalogue;

/**
 * The methods that a verification judges: every optimizer that claims something, with every momentum asked for and every
 * averaging it offers. Settings that make the same weights are one method.
 */
public final class Subjects {
    private static final String BETA = "beta";
    private static final String AVERAGING = "averaging";
    /** Steps at which weights are compared; all averagings have settled by the last. */
    private static final long[] PROBES = {1, 2, 3, 17};

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
                        + "\" claims nothing that can be verified; there are " + verifiable());
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
        List<Subject> subjects = new ArrayList<>();
        Set<List<Double>> seen = new HashSet<>();
        for (Map<String, Object> values : settings(provider.hyperParameters().components(), betas)) {
            Optional<Subject> subject = Subject.of(provider, values);
            if (subject.isPresent() && seen.add(weights(subject.get().averaging()))) {
                subjects.add(subject.get());
            }
        }
        return subjects;
    }

    private static List<Map<String, Object>> settings(List<Component> components, List<Double> betas) {
        List<Map<String, Object>> settings = new ArrayList<>();
        boolean hasBeta = components.stream().anyMatch(c -> c.name().equals(BETA) && c.type() == double.class);
        for (Map<String, Object> averaging : averagings(components)) {
            for (double beta : hasBeta ? betas : List.of(0.0)) {
                Map<String, Object> values = new LinkedHashMap<>();
                if (hasBeta) {
                    values.put(BETA, beta);
                }
                values.putAll(averaging);
                settings.add(values);
            }
        }
        return settings;
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

    private static List<Double> weights(Averaging averaging) {
        List<Double> weights = new ArrayList<>();
        for (long k : PROBES) {
            weights.addAll(List.of(averaging.a(k), averaging.b(k), averaging.p(k), averaging.q(k)));
        }
        return weights;
    }
}
