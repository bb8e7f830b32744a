package org.momo4j.nn.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;

/** Parameters whose arrays are made to lie in one flat vector, one after the other. */
final class Aliases {
    private record Place(String name, Parameter parameter, PtNDArray array, long offset, long size) {}

    private final ElementType type;
    private final List<Place> places;
    private final long size;
    private Optional<FlatVector> bound = Optional.empty();

    private Aliases(ElementType type, List<Place> places, long size) {
        this.type = type;
        this.places = List.copyOf(places);
        this.size = size;
    }

    /**
     * The arrays these parameters have now, bound to nothing yet.
     *
     * @throws IllegalArgumentException if one is of another type, not of PyTorch on the processor, or too large for a buffer
     */
    static Aliases of(List<Member> members, ElementType type) {
        List<Place> places = new ArrayList<>();
        long offset = 0;
        for (Member member : members) {
            PtNDArray array = checked(member, type);
            places.add(new Place(member.name(), member.parameter(), array, offset, array.size()));
            offset += array.size();
        }
        return new Aliases(type, places, offset);
    }

    private static PtNDArray checked(Member member, ElementType type) {
        NDArray array = member.parameter().getArray();
        String name = "parameter \"" + member.name() + "\"";
        if (!(array instanceof PtNDArray own) || own.getDevice().isGpu()) {
            throw new IllegalArgumentException(name + " is an array of " + array.getManager().getEngine()
                    .getEngineName() + " on " + array.getDevice() + "; PyTorch on cpu() is needed");
        }
        if (array.getDataType() != Memory.typeOf(type)) {
            throw new IllegalArgumentException(
                    name + " is " + array.getDataType() + "; " + Memory.typeOf(type) + " is needed");
        }
        if (array.size() > Integer.MAX_VALUE / type.bytes()) {
            throw new IllegalArgumentException(name + " has " + array.size() + " elements; at most "
                    + Integer.MAX_VALUE / type.bytes() + " can be shared with PyTorch");
        }
        return own;
    }

    long size() {
        return size;
    }

    /** Lets the arrays lie in this vector, unless they do. What they held before is forgotten. */
    void bind(FlatVector vector) {
        FlatVector.requireSame("parameters", vector, type, size);
        // the arrays keep the memory they lie in alive, so the same address is the same memory
        if (bound.isPresent() && bound.get().segment().address() == vector.segment().address()) {
            return;
        }
        for (Place place : places) {
            if (place.size > 0) {
                place.array.set(Memory.buffer(vector.slice(place.offset, place.size)));
            }
        }
        bound = Optional.of(vector);
    }

    /** Copies what the arrays hold, wherever they lie. */
    void copyTo(FlatVector out) {
        for (Place place : places) {
            if (place.size > 0) {
                FlatVector part = out.slice(place.offset, place.size);
                MemorySegment.copy(Memory.of(place.array), 0, part.segment(), 0, part.segment().byteSize());
            }
        }
    }

    /** Where the arrays lie. */
    Optional<FlatVector> bound() {
        return bound;
    }

    /**
     * Checks that every parameter still has the array it had, and every array still lies where it was put. Costs a few calls a tensor.
     *
     * @throws IllegalStateException if not: what the optimizer moves would not be what is computed with
     */
    void requireBound() {
        FlatVector vector = bound.orElseThrow(() -> new IllegalStateException(
                "the network is bound to no parameters; call bind(params) first"));
        long base = vector.segment().address();
        for (Place place : places) {
            if (!place.parameter.isInitialized() || place.parameter.getArray() != place.array
                    || place.array.isReleased()
                    || place.size > 0 && Memory.of(place.array).address() != base + place.offset * type.bytes()) {
                throw new IllegalStateException("parameter \"" + place.name
                        + "\" was replaced behind the network, say by loading the model, so the optimizer would no longer move it; "
                        + "load by the network, or make the network after the model was loaded");
            }
        }
    }

    /** Sets the gradients to zero, in PyTorch: the engine adds to what is there. Zeros, not g − g, which keeps what is not finite. */
    void clearGradients() {
        for (Place place : places) {
            JniUtils.zeroGrad(place.array);
        }
    }

    /**
     * Copies the gradients to a vector, in one pass over both. A parameter that took no part has none, that is zeros.
     *
     * @param step receives what this makes of arrays
     * @param out  as large as the parameters
     * @return how many elements were written
     */
    long gather(NDManager step, FlatVector out) {
        long written = 0;
        for (Place place : places) {
            FlatVector part = out.slice(place.offset, place.size);
            PtNDArray gradient = JniUtils.getGradient(place.array);
            if (gradient == null || place.size == 0) {
                part.fill(0);
            } else {
                gradient.attach(step);
                MemorySegment.copy(Memory.of(gradient), 0, part.segment(), 0, part.segment().byteSize());
            }
            written += place.size;
        }
        return written;
    }
}
