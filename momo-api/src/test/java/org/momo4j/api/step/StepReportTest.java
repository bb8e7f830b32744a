package org.momo4j.api.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepReportTest {
    /** A field of a report: how it is set and how it is read. */
    private record Field(String name, Setter setter, ToDoubleFunction<StepReport> getter) {
        private interface Setter {
            StepReport.Builder set(StepReport.Builder builder, double value);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Field> fields() {
        return Stream.of(new Field("loss", StepReport.Builder::loss, StepReport::loss),
                new Field("learningRate", StepReport.Builder::learningRate, StepReport::learningRate),
                new Field("stepSize", StepReport.Builder::stepSize, StepReport::stepSize),
                new Field("adaptiveTerm", StepReport.Builder::adaptiveTerm, StepReport::adaptiveTerm),
                new Field("cap", StepReport.Builder::cap, StepReport::cap),
                new Field("rho", StepReport.Builder::rho, StepReport::rho),
                new Field("lowerBound", StepReport.Builder::lowerBound, StepReport::lowerBound),
                new Field("modelValue", StepReport.Builder::modelValue, StepReport::modelValue),
                new Field("directionNorm", StepReport.Builder::directionNorm, StepReport::directionNorm));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aFieldIsNanUntilItIsSetAndThenAlone(Field field) {
        StepReport.Builder builder = new StepReport.Builder();
        assertEquals(Double.NaN, field.getter.applyAsDouble(builder.build()));
        StepReport report = field.setter.set(builder, 2.5).build();
        fields().forEach(other -> assertEquals(other.name.equals(field.name) ? 2.5 : Double.NaN,
                other.getter.applyAsDouble(report), other.name));
    }

    @Test
    void theRestHasDefaultsToo() {
        StepReport report = new StepReport.Builder().build();
        assertEquals(0, report.k());
        assertEquals(Acted.LEARNING_RATE, report.acted());
        assertEquals(Map.of(), report.extras());
        StepReport set = new StepReport.Builder().k(5).acted(Acted.CAP).extra("beta", 0.9).build();
        assertEquals(5, set.k());
        assertEquals(Acted.CAP, set.acted());
        assertEquals(Map.of("beta", 0.9), set.extras());
    }

    @Test
    void aReusedBuilderDoesNotChangeReportsAlreadyMade() {
        StepReport.Builder builder = new StepReport.Builder().k(1).loss(4).extra("beta", 0.9);
        StepReport first = builder.build();
        StepReport second = builder.k(2).extra("beta", 0.8).build();
        assertEquals(1, first.k());
        assertEquals(Map.of("beta", 0.9), first.extras());
        assertEquals(2, second.k());
        assertEquals(4, second.loss(), "a field keeps its value until it is set again");
        assertEquals(Map.of("beta", 0.8), second.extras());
        assertThrows(UnsupportedOperationException.class, () -> first.extras().put("x", 1.0));
    }

    @Test
    void aRefusalNamesStepQuantityAndValue() {
        NonFiniteStepException refused = assertThrows(NonFiniteStepException.class,
                () -> NonFiniteStepException.requireFinite(12, "loss", Double.NaN));
        assertEquals("step 12 refused: loss is NaN; nothing was changed", refused.getMessage());
        assertEquals(12, refused.step());
        assertEquals("loss", refused.quantity());
        assertEquals(Double.NaN, refused.value());
        for (double infinite : new double[]{Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThrows(NonFiniteStepException.class,
                    () -> NonFiniteStepException.requireFinite(1, "loss", infinite));
        }
        for (double finite : new double[]{0, -0.0, Double.MAX_VALUE, Double.MIN_VALUE}) {
            assertEquals(finite, NonFiniteStepException.requireFinite(1, "loss", finite));
        }
    }
}
