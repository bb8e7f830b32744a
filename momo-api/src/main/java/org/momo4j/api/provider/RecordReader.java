package org.momo4j.api.provider;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a record class by reflection: its annotated components, its canonical constructor, its accessors. */
final class RecordReader<P extends Record> {
    private static final Set<Class<?>> READABLE = Set.of(double.class, int.class, long.class, boolean.class,
            String.class,
            List.class, Choice.class);

    private final Class<P> type;
    private final List<Component> components = new ArrayList<>();

    RecordReader(Class<P> type) {
        this.type = type;
        for (RecordComponent component : type.getRecordComponents()) {
            components.add(read(component));
        }
    }

    List<Component> components() {
        return components;
    }

    private Component read(RecordComponent component) {
        String place = type.getSimpleName() + "." + component.getName();
        HyperParameter annotation = component.getAnnotation(HyperParameter.class);
        if (annotation == null) {
            throw new IllegalArgumentException(place + " has no @HyperParameter");
        }
        if (!READABLE.contains(component.getType()) && !component.getType().isEnum()) {
            throw new IllegalArgumentException(place + " is a " + component.getType().getName()
                    + "; a hyper-parameter is a number, boolean, String, enum, List of numbers or Choice");
        }
        Interval range = annotation.range().isEmpty() ? Interval.ALL : Interval.of(annotation.range());
        Component bare = new Component(component.getName(), component.getType(), annotation.value(), Optional.empty(),
                range);
        if (annotation.byDefault().isEmpty()) {
            return bare;
        }
        Object byDefault = component.getType() == List.class
                ? bare.read(List.of((Object[]) annotation.byDefault().split("\\s*,\\s*")))
                : bare.read(annotation.byDefault());
        return new Component(bare.name(), bare.type(), bare.description(), Optional.of(byDefault), range);
    }

    P build(Map<String, Object> values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Object[] arguments = components.stream().map(c -> values.get(c.name())).toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException("cannot create " + type.getName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot create " + type.getName(), e);
        }
    }

    Map<String, Object> take(P values) {
        Map<String, Object> taken = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                taken.put(component.getName(), component.getAccessor().invoke(values));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + type.getName() + "." + component.getName(), e);
            }
        }
        return taken;
    }
}
