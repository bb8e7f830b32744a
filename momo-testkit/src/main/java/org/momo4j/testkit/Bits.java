package org.momo4j.testkit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.momo4j.api.state.State;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.vector.FlatVector;

/** Every bit of a vector, a state or a report at one moment, to be compared with another. NaN equals itself. */
public final class Bits {
    private final Map<String, long[]> parts = new LinkedHashMap<>();

    private Bits() {}

    /** The bits of a vector. */
    public static Bits of(FlatVector vector) {
        Bits bits = new Bits();
        bits.add("", vector);
        return bits;
    }

    /** The bits of a state and of all its children: versions, names, scalars, vectors. */
    public static Bits of(State state) {
        Bits bits = new Bits();
        bits.add("", state);
        return bits;
    }

    /** The bits of all fields of a report. */
    public static Bits of(StepReport report) {
        Bits bits = new Bits();
        bits.add("k", report.k());
        bits.add("loss", report.loss());
        bits.add("learningRate", report.learningRate());
        bits.add("stepSize", report.stepSize());
        bits.add("adaptiveTerm", report.adaptiveTerm());
        bits.add("cap", report.cap());
        bits.add("acted " + report.acted(), 0);
        bits.add("rho", report.rho());
        bits.add("lowerBound", report.lowerBound());
        bits.add("modelValue", report.modelValue());
        bits.add("directionNorm", report.directionNorm());
        bits.add("lossAverage", report.lossAverage());
        bits.add("gamma", report.gamma());
        bits.add("directionDotParams", report.directionDotParams());
        report.extras().forEach((name, value) -> bits.add("extra " + name, value));
        return bits;
    }

    /** The bits of a number. */
    public static Bits of(double number) {
        Bits bits = new Bits();
        bits.add("number", number);
        return bits;
    }

    /**
     * Fails unless both have the same parts with the same bits.
     *
     * @param what what is compared, for the message
     */
    public static void assertSame(String what, Bits expected, Bits actual) {
        if (!expected.parts.keySet().equals(actual.parts.keySet())) {
            throw new AssertionError(what + ": expected " + expected.parts.keySet() + ", but there are "
                    + actual.parts.keySet());
        }
        expected.parts.forEach((name, bits) -> {
            long[] other = Objects.requireNonNull(actual.parts.get(name));
            int at = Arrays.mismatch(bits, other);
            if (at >= 0) {
                throw new AssertionError(what + ": " + name + "[" + at + "] differs: expected bits "
                        + Long.toHexString(bits[at]) + ", but there are " + Long.toHexString(other[at]));
            }
        });
    }

    /** Whether both have the same parts with the same bits. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Bits bits && parts.keySet().equals(bits.parts.keySet())
                && parts.keySet().stream().allMatch(name -> Arrays.equals(parts.get(name), bits.parts.get(name)));
    }

    @Override
    public int hashCode() {
        return parts.keySet().hashCode();
    }

    private void add(String path, State state) {
        add(path + "version", state.version());
        state.scalars().forEach((name, value) -> add(path + "scalar " + name, value));
        state.vectors().forEach((name, vector) -> add(path + "vector " + name + " ", vector));
        state.children().forEach((name, child) -> add(path + name + "/", child));
    }

    private void add(String name, FlatVector vector) {
        long[] bits = new long[Math.toIntExact(vector.size())];
        for (int i = 0; i < bits.length; i++) {
            // widening a float keeps what tells two floats apart, but for the payload of a NaN
            bits[i] = Double.doubleToRawLongBits(vector.get(i));
        }
        parts.put(name + vector.type() + "[" + vector.size() + "]", bits);
    }

    private void add(String name, double value) {
        // NaN as such: which of its bit patterns arithmetic returns is not promised by anyone
        parts.put(name, new long[]{Double.doubleToLongBits(value)});
    }

    private void add(String name, long value) {
        parts.put(name, new long[]{value});
    }
}
