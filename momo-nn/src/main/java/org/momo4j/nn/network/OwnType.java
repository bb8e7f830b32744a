package org.momo4j.nn.network;

import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/** Gives a network vectors of its own type: the caller's where they have it, else vectors of its own, made when first needed. */
final class OwnType {
    private final ElementType type;
    private final long size;
    private FlatVector point;
    private FlatVector gradient;

    OwnType(ElementType type, long size) {
        this.type = type;
        this.size = size;
        point = FlatVector.zeros(type, 0);
        gradient = point;
    }

    /** The point, or a copy of it. */
    FlatVector point(FlatVector at) {
        if (at.type() == type) {
            return at;
        }
        if (point.size() != size) {
            point = FlatVector.zeros(type, size);
        }
        copy(at, point);
        return point;
    }

    /** Where the network is to write its gradient. */
    FlatVector gradient(FlatVector out) {
        if (out.type() == type) {
            return out;
        }
        if (gradient.size() != size) {
            gradient = FlatVector.zeros(type, size);
        }
        return gradient;
    }

    /** Copies elements between types. */
    static void copy(FlatVector from, FlatVector to) {
        for (long i = 0; i < from.size(); i++) {
            to.set(i, from.get(i));
        }
    }
}
