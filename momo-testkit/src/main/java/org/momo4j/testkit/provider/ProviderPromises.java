package org.momo4j.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.momo4j.api.provider.Component;
import org.momo4j.api.provider.Interval;
import org.momo4j.api.provider.Provider;
import org.momo4j.testkit.Promise;

/** The promises of a provider. */
final class ProviderPromises {
    static final List<Promise<ProviderSubject<?>>> ALL = List.of(
            new Promise<>("its name is lower case, words joined by hyphens", ProviderPromises::name),
            new Promise<>("says in one line what it is", ProviderPromises::description),
            new Promise<>("the service loader finds it by its name, and no other", ProviderPromises::found),
            new Promise<>("every hyper-parameter has a meaning, every number a range", ProviderPromises::meanings),
            new Promise<>("its default learning rate is positive", ProviderPromises::rate),
            new Promise<>("what its ranges allow can be created", ProviderPromises::ends));

    private ProviderPromises() {}

    private static void name(ProviderSubject<?> subject) {
        assertTrue(subject.name().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"), "its name is \"" + subject.name() + "\"");
    }

    private static void description(ProviderSubject<?> subject) {
        String description = subject.provider().description();
        assertFalse(description.isBlank() || description.contains("\n"), "it says \"" + description + "\"");
    }

    private static void found(ProviderSubject<?> subject) {
        List<String> found = new ArrayList<>();
        for (Provider<?> provider : ServiceLoader.load(subject.kind())) {
            if (provider.name().equals(subject.name())) {
                found.add(provider.getClass().getName());
            }
        }
        assertEquals(List.of(subject.provider().getClass().getName()), found, "what is installed as " + subject.name());
    }

    private static void meanings(ProviderSubject<?> subject) {
        for (Component component : subject.provider().hyperParameters().components()) {
            assertFalse(component.description().isBlank(), component.name() + " has no meaning");
            if (isNumber(component) || component.type() == List.class) {
                assertFalse(component.range().equals(Interval.ALL), component.name() + " may be anything");
            }
        }
    }

    private static void rate(ProviderSubject<?> subject) {
        double rate = subject.rate().get().orElse(1);
        assertTrue(rate > 0, "its default learning rate is " + rate);
    }

    private static boolean isNumber(Component component) {
        return component.type() == double.class || component.type() == int.class || component.type() == long.class;
    }

    private static <P> void ends(ProviderSubject<P> subject) {
        create(subject, subject.required());
        for (Component component : subject.provider().hyperParameters().components()) {
            if (isNumber(component)) {
                for (double end : ends(component)) {
                    Map<String, Object> values = new HashMap<>(subject.required());
                    values.put(component.name(), end);
                    create(subject, values);
                }
            }
        }
    }

    private static <P> void create(ProviderSubject<P> subject, Map<String, ?> values) {
        subject.create().apply(subject.provider().hyperParameters().read(values));
    }

    /** The least and the largest number of a range, where there are such. */
    private static List<Double> ends(Component component) {
        Interval range = component.range();
        boolean whole = component.type() != double.class;
        List<Double> ends = new ArrayList<>();
        if (range.from() > Double.NEGATIVE_INFINITY) {
            ends.add(range.fromClosed() ? range.from() : whole ? range.from() + 1 : Math.nextUp(range.from()));
        }
        if (range.to() < Double.POSITIVE_INFINITY) {
            ends.add(range.toClosed() ? range.to() : whole ? range.to() - 1 : Math.nextDown(range.to()));
        }
        return ends;
    }
}
