package org.momo4j.api.vector;

/** How the elements of a {@link FlatVector} are stored. Scalars are computed in double whatever the type. */
public enum ElementType {
    /** IEEE 754 binary32, 4 bytes an element. */
    FLOAT32(Float.BYTES),
    /** IEEE 754 binary64, 8 bytes an element. */
    FLOAT64(Double.BYTES);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes an element takes. */
    public int bytes() {
        return bytes;
    }

    /** The name that specifications and reports use: {@code float32} or {@code float64}. */
    @Override
    public String toString() {
        return this == FLOAT32 ? "float32" : "float64";
    }
}
