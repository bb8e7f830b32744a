package org.momo4j.lab.specification.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.momo4j.api.provider.Component;
import org.momo4j.lab.catalogue.Spelling;
import org.momo4j.lab.specification.document.Value;

/** Reads one value of one component, and says what is wrong with it. */
public final class Single {
    private Single() {}

    /** Reads a value that is no axis, to the Java type of the component. */
    public static Object read(Component component, Value value) {
        return switch (value) {
            case Value.Scalar scalar when !scalar.isNothing() -> read(component, value, scalar.text());
            case Value.Sequence list when component.type() == List.class && !list.items().isEmpty() ->
                numbers(component, list);
            default -> throw refused(component, value);
        };
    }

    /** Reads a value as this text says it. */
    static Object read(Component component, Value value, String text) {
        try {
            return component.read(text);
        } catch (IllegalArgumentException e) {
            throw refused(component, value);
        }
    }

    /** Reads a number. */
    static double number(Component component, Value value) {
        return ((Number) read(component, value)).doubleValue();
    }

    private static Object numbers(Component component, Value.Sequence list) {
        List<String> texts = new ArrayList<>();
        for (Value item : list.items()) {
            if (!(item instanceof Value.Scalar scalar) || scalar.isNothing()) {
                throw item.place().mustBe(item.shown(), "a number");
            }
            try {
                component.read(List.of(scalar.text()));
            } catch (IllegalArgumentException e) {
                throw item.place().mustBe(item.shown(), "a number in " + component.range());
            }
            texts.add(scalar.text());
        }
        return component.read(texts);
    }

    private static IllegalArgumentException refused(Component component, Value value) {
        return value.place().refuse(value.place().subject() + " is " + value.shown() + "; it must be "
                + component.allowed() + hint(component, value));
    }

    private static String hint(Component component, Value value) {
        if (!component.type().isEnum() || !(value instanceof Value.Scalar scalar)) {
            return "";
        }
        List<String> known = Arrays.stream(component.type().getEnumConstants()).map(Component::spell).toList();
        return Optional.of(scalar.text()).flatMap(text -> Spelling.nearest(text, known))
                .map(near -> "; did you mean \"" + near + "\"?").orElse("");
    }
}
