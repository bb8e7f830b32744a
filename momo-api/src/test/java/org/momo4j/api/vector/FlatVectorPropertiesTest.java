package org.momo4j.api.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FlatVectorPropertiesTest {
    @Property
    void float64KeepsEveryBit(@ForAll double[] values) {
        double[] back = FlatVector.of(values).toArray();
        for (int i = 0; i < values.length; i++) {
            assertEquals(Double.doubleToRawLongBits(values[i]), Double.doubleToRawLongBits(back[i]));
        }
    }

    @Property
    void float32IsTheCastOfJava(@ForAll double[] values) {
        double[] expected = Arrays.stream(values).map(value -> (float) value).toArray();
        FlatVector copied = FlatVector.of(ElementType.FLOAT32, values);
        FlatVector set = FlatVector.zeros(ElementType.FLOAT32, values.length);
        for (int i = 0; i < values.length; i++) {
            set.set(i, values[i]);
        }
        assertArrayEquals(expected, copied.toArray());
        assertArrayEquals(expected, set.toArray());
    }

    @Property
    void aSliceIsTheRangeOfTheArray(@ForAll ElementType type, @ForAll @Size(max = 40) float[] values,
            @ForAll @IntRange(max = 40) int from, @ForAll @IntRange(max = 40) int length) {
        double[] widened = new double[values.length];
        Arrays.setAll(widened, i -> values[i]);
        int start = Math.min(from, values.length);
        int end = Math.min(start + length, values.length);
        FlatVector slice = FlatVector.of(type, widened).slice(start, end - start);
        assertArrayEquals(Arrays.copyOfRange(widened, start, end), slice.toArray());
    }
}
