package org.momo4j.lab.specification.grid;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.momo4j.api.provider.Component;
import org.momo4j.lab.catalogue.Spelling;
import org.momo4j.lab.specification.document.Value;

/**
 * In the place of a number: {@code {uniform: [a, b]}} or {@code {logUniform: [a, b]}}. Numbers are drawn with six digits, so
 * that names of runs stay readable.
 */
public final class Distribution {
    public static final List<String> KINDS = List.of("uniform", "logUniform");
    private static final MathContext DIGITS = new MathContext(6);

    private Distribution() {}

    /** Whether there is a distribution in a value. */
    public static boolean within(Value value) {
        return switch (value) {
            case Value.Scalar scalar -> false;
            case Value.Sequence list -> list.items().stream().anyMatch(Distribution::within);
            case Value.Mapping mapping -> is(mapping)
                    || mapping.members().values().stream().anyMatch(m -> within(m.value()));
        };
    }

    /** Whether this mapping is one: it has no name. */
    public static boolean is(Value.Mapping mapping) {
        return mapping.members().keySet().stream().anyMatch(KINDS::contains);
    }

    /** Draws a value of a component. */
    public static Object draw(Component component, Value.Mapping mapping, Optional<Draw> draw) {
        Map.Entry<String, Value.Member> only = mapping.members().entrySet().iterator().next();
        if (mapping.members().size() != 1 || !is(mapping)) {
            String stranger = mapping.members().keySet().stream().filter(k -> !KINDS.contains(k)).findFirst()
                    .orElse(only.getKey());
            throw mapping.place().refuse(mapping.place().subject()
                    + " must be {uniform: [from, to]} or {logUniform: [from, to]}; \"" + stranger + "\": "
                    + Spelling.hint(stranger, KINDS));
        }
        Value ends = only.getValue().value();
        if (!(ends instanceof Value.Sequence list) || list.items().size() != 2) {
            throw ends.place().mustBe(ends.shown(), "[from, to]");
        }
        Draw drawn = draw.orElseThrow(() -> mapping.place().refuse(mapping.place().subject()
                + " is a distribution; these are drawn for entries of optimizers only"));
        boolean logarithmic = only.getKey().equals("logUniform");
        double from = Single.number(component, list.items().getFirst());
        double to = Single.number(component, list.items().getLast());
        if (!(from < to) || Double.isInfinite(to - from) || logarithmic && from <= 0) {
            throw ends.place().refuse(ends.place().subject() + " is [" + list.items().getFirst().shown() + ", "
                    + list.items().getLast().shown() + "]; it must be two finite numbers, the smaller first"
                    + (logarithmic ? ", above 0" : ""));
        }
        double quantile = drawn.quantile(component.name());
        boolean whole = component.type() != double.class;
        double value = logarithmic
                ? Math.exp(Math.log(from) + quantile * (Math.log(to) - Math.log(from)))
                : whole ? Math.floor(from + quantile * (to - from + 1)) : from + quantile * (to - from);
        double rounded = whole ? Math.rint(value) : new BigDecimal(value).round(DIGITS).doubleValue();
        return Single.read(component, mapping, Double.toString(Math.clamp(rounded, from, to)));
    }
}
