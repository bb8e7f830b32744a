package org.momo4j.lab.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.momo4j.api.method.Decay;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.provider.Component;
import org.momo4j.api.provider.Provider;
import org.momo4j.api.vector.ElementType;
import org.momo4j.lab.catalogue.Catalogues;
import org.momo4j.lab.catalogue.Spelling;

/**
 * Translates hyper-parameters of the reference implementation (package momo-opt 0.1.0) into ours. Those left out have
 * the reference's defaults; ranges are those of our own hyper-parameters.
 */
final class ReferenceNames {
    private static final List<String> SHARED = List.of("lr", "weight_decay", "lb", "use_fstar");
    private static final Map<String, List<String>> OWN = Map.of("momo", List.of("beta", "bias_correction"), "momo-adam",
            List.of("betas", "eps", "divide"));
    private static final Map<String, Double> DEFAULT_RATE = Map.of("momo", 1.0, "momo-adam", 0.01);

    private final Catalogues catalogues;

    ReferenceNames(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /** Reads the method of one run. */
    Recording.Method method(Place optimizer, Place hyper) {
        String name = optimizer.text();
        if (!OWN.containsKey(name)) {
            throw optimizer.refused("one of " + OWN.keySet().stream().sorted().toList());
        }
        Provider<?> provider = catalogues.optimizers().get(name);
        Map<String, Object> ours = new HashMap<>(defaults(name));
        double rate = DEFAULT_RATE.get(name);
        double bound = 0;
        boolean online = false;
        for (String key : hyper.keys()) {
            Place value = hyper.get(key);
            switch (key) {
                case "lr" -> rate = rate(value);
                case "lb" -> bound = number(value);
                case "use_fstar" -> online = value.truth();
                default -> ours.putAll(check(provider, value, translate(name, key, value)));
            }
        }
        if (rate == Double.POSITIVE_INFINITY && !Objects.equals(ours.get("weightDecay"), 0.0)) {
            throw hyper.get("lr").refused("a finite number where \"weight_decay\" is not 0");
        }
        Choice choice = online
                ? new Choice("online", Map.of("initial", bound))
                : new Choice("known", Map.of("value", bound));
        return new Recording.Method(name, rate, choice, ours);
    }

    /** The reference's defaults, for whatever ours may become. */
    private static Map<String, Object> defaults(String optimizer) {
        return optimizer.equals("momo")
                ? Map.of("beta", 0.9, "averaging", "first-sample", "weightDecay", 0.0)
                : Map.of("beta1", 0.9, "beta2", 0.999, "epsilon", 1e-8, "decay", Component.spell(Decay.PROXIMAL),
                        "weightDecay", 0.0);
    }

    private static Map<String, Object> translate(String optimizer, String key, Place value) {
        List<String> known = new ArrayList<>(SHARED);
        known.addAll(OWN.get(optimizer));
        if (!known.contains(key)) {
            throw value.refusal("is unknown to " + optimizer + "; " + Spelling.hint(key, known));
        }
        return switch (key) {
            case "weight_decay" -> Map.of("weightDecay", number(value));
            case "beta" -> Map.of("beta", number(value));
            case "bias_correction" -> Map.of("averaging", value.truth() ? "bias-corrected" : "first-sample");
            case "betas" -> {
                double[] betas = value.numbers(ElementType.FLOAT64, 2, "one for the averages and one for the squares");
                yield Map.of("beta1", betas[0], "beta2", betas[1]);
            }
            case "eps" -> Map.of("epsilon", number(value));
            case "divide" -> Map.of("decay", Component.spell(value.truth() ? Decay.PROXIMAL : Decay.DECOUPLED));
            default -> throw new IllegalStateException(key + " is known, but nobody translates it");
        };
    }

    private static Map<String, Object> check(Provider<?> provider, Place value, Map<String, Object> ours) {
        try {
            provider.hyperParameters().read(ours);
        } catch (IllegalArgumentException e) {
            throw value.refusal("is refused: " + e.getMessage());
        }
        return ours;
    }

    private static double rate(Place value) {
        double rate = value.isInfinity() ? Double.POSITIVE_INFINITY : number(value);
        if (!(rate > 0)) {
            throw value.refused("a number in (0, inf]");
        }
        return rate;
    }

    private static double number(Place value) {
        return value.number(ElementType.FLOAT64);
    }
}
