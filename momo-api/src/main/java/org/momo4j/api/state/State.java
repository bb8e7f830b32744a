package org.momo4j.api.state;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/**
 * State as data: named scalars, named vectors, named children, and the version of their meaning. Vectors are copies;
 * treat them as read-only.
 */
public final class State {
    private final int version;
    private final SequencedMap<String, Double> scalars = new LinkedHashMap<>();
    private final SequencedMap<String, FlatVector> vectors = new LinkedHashMap<>();
    private final SequencedMap<String, State> children = new LinkedHashMap<>();

    private State(int version) {
        this.version = version;
    }

    /** The state of something that remembers nothing. */
    public static State empty() {
        return version(1);
    }

    /** A state to be filled by {@code with}; raise the version when the meaning of a name changes. */
    public static State version(int version) {
        return new State(version);
    }

    /** Adds a scalar and returns this state. Whole numbers are exact up to 2^53. */
    public State with(String name, double scalar) {
        scalars.put(name, scalar);
        return this;
    }

    /** Adds a copy of a vector and returns this state. */
    public State with(String name, FlatVector vector) {
        vectors.put(name, vector.copy());
        return this;
    }

    /** Adds the state of a part and returns this state. */
    public State with(String name, State child) {
        children.put(name, child);
        return this;
    }

    /** The version of the meaning of this state. */
    public int version() {
        return version;
    }

    /** All scalars by name. */
    public Map<String, Double> scalars() {
        return java.util.Collections.unmodifiableMap(scalars);
    }

    /** All vectors by name. */
    public Map<String, FlatVector> vectors() {
        return java.util.Collections.unmodifiableMap(vectors);
    }

    /** The states of all parts by name. */
    public Map<String, State> children() {
        return java.util.Collections.unmodifiableMap(children);
    }

    /**
     * The scalar of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public double scalar(String name) {
        return required("scalar", name, scalars);
    }

    /**
     * The vector of this name, checked to have this type and size.
     *
     * @throws IllegalArgumentException if there is none, or its type or size differ
     */
    public FlatVector vector(String name, ElementType type, long size) {
        FlatVector vector = required("vector", name, vectors);
        FlatVector.requireSame("vector \"" + name + "\" of the state", vector, type, size);
        return vector;
    }

    /**
     * The state of the part of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public State child(String name) {
        return required("child", name, children);
    }

    /**
     * Checks the version and returns this state.
     *
     * @throws IllegalArgumentException if it is another
     */
    public State requireVersion(int expected) {
        if (version != expected) {
            throw new IllegalArgumentException("state has version " + version + "; version " + expected + " is needed");
        }
        return this;
    }

    private static <T> T required(String kind, String name, Map<String, T> values) {
        T value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("state has no " + kind + " \"" + name + "\"; it has " + values.keySet());
        }
        return value;
    }
}
