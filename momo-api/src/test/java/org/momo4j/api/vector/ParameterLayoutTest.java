package org.momo4j.api.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.momo4j.api.vector.NamedTensor.Order;
import org.momo4j.api.vector.ParameterLayout.GroupRange;

class ParameterLayoutTest {
    private static final ParameterGroup BIAS = ParameterGroup.withoutDecay("bias");

    @Test
    void tensorsFollowOneAnother() {
        ParameterLayout layout = ParameterLayout.builder().tensor("w", 3, 4).tensor("b", BIAS, 4).tensor("s")
                .tensor("v", BIAS, Order.COLUMN_MAJOR, 2, 2, 2).build();
        assertEquals(25, layout.size());
        assertEquals(List.of("w", "b", "s", "v"), layout.tensors().stream().map(NamedTensor::name).toList());
        assertEquals(List.of(0L, 12L, 16L, 17L), layout.tensors().stream().map(NamedTensor::offset).toList());
        assertEquals(List.of(12L, 4L, 1L, 8L), layout.tensors().stream().map(NamedTensor::size).toList());
        assertEquals(List.of(3L, 4L), layout.tensors().getFirst().shape());
        assertEquals(Order.ROW_MAJOR, layout.tensors().getFirst().order());
        assertEquals(Order.COLUMN_MAJOR, layout.tensors().getLast().order());
    }

    @Test
    void neighboursOfOneGroupAreOneRange() {
        ParameterLayout layout = ParameterLayout.builder().tensor("a", 2).tensor("b", 3).tensor("c", BIAS, 4)
                .tensor("d", ParameterGroup.withoutDecay("bias"), 5).tensor("e", 6).build();
        assertEquals(List.of(new GroupRange(ParameterGroup.DEFAULT, 0, 5), new GroupRange(BIAS, 5, 14),
                new GroupRange(ParameterGroup.DEFAULT, 14, 20)), layout.ranges());
    }

    @Test
    void anEmptyTensorSplitsNothing() {
        ParameterLayout layout = ParameterLayout.builder().tensor("a", 2).tensor("none", BIAS, 0).tensor("b", 3)
                .build();
        assertEquals(List.of(new GroupRange(ParameterGroup.DEFAULT, 0, 5)), layout.ranges());
        assertEquals(0, layout.tensor("none", FlatVector.zeros(ElementType.FLOAT32, 5)).size());
    }

    @Test
    void groupsWithEqualSettingsAndOtherNamesStayApart() {
        ParameterLayout layout = ParameterLayout.builder().tensor("a", BIAS, 2)
                .tensor("b", ParameterGroup.withoutDecay("norm"), 3).build();
        assertEquals(2, layout.ranges().size());
    }

    @Test
    void flatIsOneTensorOfTheDefaultGroup() {
        ParameterLayout layout = ParameterLayout.flat(7);
        assertEquals(7, layout.size());
        assertEquals(List.of(new GroupRange(ParameterGroup.DEFAULT, 0, 7)), layout.ranges());
        assertEquals(0, ParameterLayout.builder().build().size());
        assertEquals(List.of(), ParameterLayout.builder().build().ranges());
    }

    @Test
    void aTensorIsAViewOfItsPart() {
        ParameterLayout layout = ParameterLayout.builder().tensor("a", 2).tensor("b", 3).build();
        FlatVector all = FlatVector.of(1, 2, 3, 4, 5);
        FlatVector part = layout.tensor("b", all);
        assertArrayEquals(new double[]{3, 4, 5}, part.toArray());
        part.set(0, 30);
        assertEquals(30, all.get(2));
        assertRefused("no tensor is called \"c\"; there are [a, b]", () -> layout.tensor("c", all));
        assertRefused("vector has 4 elements; 5 are needed", () -> layout.tensor("a", all.slice(0, 4)));
    }

    @Test
    void whatIsRefusedLeavesTheBuilderAsItWas() {
        ParameterLayout.Builder builder = ParameterLayout.builder().tensor("a", 2);
        assertRefused("two tensors are called \"a\"", () -> builder.tensor("a", 1));
        assertRefused("tensor \"b\" has shape [2, -1]", () -> builder.tensor("b", 2, -1));
        ParameterLayout layout = builder.tensor("b", 3).build();
        assertEquals(5, layout.size());
        assertEquals(2, layout.tensors().size());
    }

    @Test
    void aLayoutDoesNotChangeWithItsBuilder() {
        ParameterLayout.Builder builder = ParameterLayout.builder().tensor("a", 2);
        ParameterLayout layout = builder.build();
        builder.tensor("b", 3);
        assertEquals(2, layout.size());
        assertEquals(1, layout.tensors().size());
    }

    private static void assertRefused(String part, org.junit.jupiter.api.function.Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(part), message);
    }
}
