package org.momo4j.api.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.momo4j.api.provider.HyperParameters.Both;

class HyperParametersTest {
    private enum Kind {
        FIRST_SAMPLE, BIAS_CORRECTED {
        }
    }

    private record All(@HyperParameter(value = "momentum", byDefault = "0.9", range = "[0, 1)") double beta,
            @HyperParameter(value = "a cap", byDefault = ".inf", range = "(0, inf]") double cap,
            @HyperParameter(value = "rounds", byDefault = "3", range = "[1, inf]") int rounds,
            @HyperParameter(value = "seed", byDefault = "0") long seed,
            @HyperParameter(value = "a switch", byDefault = "false") boolean nesterov,
            @HyperParameter(value = "text", byDefault = "plain") String text,
            @HyperParameter(value = "averaging", byDefault = "first-sample") Kind averaging,
            @HyperParameter(value = "knots", byDefault = "0, 0.5, 1", range = "[0, 1]") List<Double> knots,
            @HyperParameter(value = "a schedule", byDefault = "constant") Choice schedule) {}

    private record Needy(@HyperParameter(value = "number of things", range = "[1, 100]") int count) {
        Needy {
            if (count == 13) {
                throw new IllegalArgumentException("count is 13; it must not be");
            }
        }
    }

    private static final HyperParameters<All> ALL = HyperParameters.of(All.class);

    @Test
    void everythingHasItsDefault() {
        assertEquals(new All(0.9, Double.POSITIVE_INFINITY, 3, 0, false, "plain", Kind.FIRST_SAMPLE,
                List.of(0.0, 0.5, 1.0), Choice.of("constant")), ALL.defaults());
    }

    @Test
    void valuesAreReadAsSpecificationsHoldThem() {
        All read = ALL.read(Map.of("beta", 0, "cap", "1e-3", "rounds", 4.0, "seed", 1L << 52, "nesterov", true, "text",
                "other", "averaging", "bias-corrected", "knots", List.of(1, "0.25"), "schedule",
                new Choice("cosine", Map.of("peak", 2))));
        assertEquals(new All(0, 1e-3, 4, 1L << 52, true, "other", Kind.BIAS_CORRECTED, List.of(1.0, 0.25),
                new Choice("cosine", Map.of("peak", 2))), read);
    }

    @Test
    void aChoiceIsANameOrAMapWithAName() {
        assertEquals(Choice.of("cosine"), ALL.read(Map.of("schedule", "cosine")).schedule());
        assertEquals(new Choice("cosine", Map.of("peak", 2)),
                ALL.read(Map.of("schedule", Map.of("name", "cosine", "peak", 2))).schedule());
        assertRefused("schedule is {peak=2}; it must be a name, or {name: ..., ...}",
                () -> ALL.read(Map.of("schedule", Map.of("peak", 2))));
        assertRefused("schedule is 7; it must be a name, or {name: ..., ...}",
                () -> ALL.read(Map.of("schedule", 7)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            beta      | 1              | beta is 1; it must be a number in [0, 1)
            beta      | -1e-9          | beta is -1e-9; it must be a number in [0, 1)
            beta      | NaN            | beta is NaN; it must be a number in [0, 1)
            beta      | fast           | beta is fast; it must be a number in [0, 1)
            cap       | 0              | cap is 0; it must be a number in (0, inf]
            cap       | -inf           | cap is -inf; it must be a number in (0, inf]
            rounds    | 2.5            | rounds is 2.5; it must be a whole number in [1, inf]
            rounds    | 0              | rounds is 0; it must be a whole number in [1, inf]
            rounds    | inf            | rounds is inf; it must be a whole number in [1, inf]
            rounds    | 2147483648     | rounds is 2147483648; it must be a whole number in [1, inf]
            rounds    | NaN            | rounds is NaN; it must be a whole number in [1, inf]
            seed      | 1e300          | seed is 1e300; it must be a whole number in [-inf, inf], less than 2^53 in size
            nesterov  | yes            | nesterov is yes; it must be true or false
            averaging | FIRST_SAMPLE   | averaging is FIRST_SAMPLE; it must be one of [first-sample, bias-corrected]
            averaging | first_sample   | averaging is first_sample; it must be one of [first-sample, bias-corrected]
            knots     | 0.5            | knots is 0.5; it must be a list of numbers in [0, 1]
            """)
    void aWrongValueIsNamedWithWhatIsAllowed(String name, String value, String message) {
        assertRefused(message, () -> ALL.read(Map.of(name, value)));
    }

    @Test
    void elementsOfAListAreCheckedOneByOne() {
        assertRefused("knots is 2; it must be a list of numbers in [0, 1]",
                () -> ALL.read(Map.of("knots", List.of(0.5, 2))));
        assertRefused("knots is null; it must be a list of numbers in [0, 1]",
                () -> ALL.read(Map.of("knots", Arrays.asList(0.5, null))));
        assertRefused("text is 5; it must be text", () -> ALL.read(Map.of("text", 5)));
        assertRefused("beta is true; it must be a number in [0, 1)", () -> ALL.read(Map.of("beta", true)));
    }

    @Test
    void wholeNumbersThatADoubleCannotHoldAreNotRounded() {
        long odd = (1L << 53) + 1;
        for (Object value : List.of(odd, Long.toString(odd), Long.MAX_VALUE)) {
            assertRefused("seed is " + value + "; it must be a whole number in [-inf, inf], less than 2^53 in size",
                    () -> ALL.read(Map.of("seed", value)));
        }
    }

    @ParameterizedTest
    @CsvSource({"inf, Infinity", ".inf, Infinity", "+.inf, Infinity", "Infinity, Infinity", ".Inf, Infinity",
            "1e-3, 0.001", "0.001, 0.001", "1E2, 100"})
    void numbersAreReadFromText(String text, double number) {
        assertEquals(number, ALL.read(Map.of("cap", text)).cap());
    }

    @Test
    void anUnknownNameIsRefusedWithTheNamesThereAre() {
        assertRefused("unknown hyper-parameter \"Beta\"; there are [beta, cap, rounds, seed, nesterov, text, "
                + "averaging, knots, schedule]", () -> ALL.read(Map.of("Beta", 0.5)));
    }

    @Test
    void whatHasNoDefaultMustBeGiven() {
        HyperParameters<Needy> needy = HyperParameters.of(Needy.class);
        assertRefused("hyper-parameter \"count\" is missing; it needs a whole number in [1, 100]", needy::defaults);
        assertEquals(new Needy(5), needy.read(Map.of("count", 5)));
        assertEquals(Optional.empty(), needy.components().getFirst().byDefault());
    }

    @Test
    void theRecordsOwnRefusalComesThrough() {
        assertRefused("count is 13; it must not be",
                () -> HyperParameters.of(Needy.class).read(Map.of("count", 13)));
    }

    @Test
    void componentsDescribeThemselves() {
        Component beta = ALL.components().getFirst();
        assertEquals("beta", beta.name());
        assertEquals(double.class, beta.type());
        assertEquals("momentum", beta.description());
        assertEquals(Optional.of(0.9), beta.byDefault());
        assertEquals("[0, 1)", beta.range().toString());
        assertEquals(List.of("beta", "cap", "rounds", "seed", "nesterov", "text", "averaging", "knots", "schedule"),
                ALL.components().stream().map(Component::name).toList());
    }

    @Test
    void valuesAreReadBackTheSame() {
        All some = ALL.read(Map.of("beta", 0.5, "averaging", "bias-corrected", "knots", List.of(0.25), "schedule",
                new Choice("cosine", Map.of("peak", 2))));
        Map<String, Object> values = ALL.values(some);
        assertEquals(List.of("beta", "cap", "rounds", "seed", "nesterov", "text", "averaging", "knots", "schedule"),
                List.copyOf(values.keySet()));
        assertEquals(some, ALL.read(values));
        assertEquals("bias-corrected", Component.spell(values.get("averaging")));
        Map<String, Object> spelled = new HashMap<>(values);
        spelled.replace("averaging", Component.spell(values.get("averaging")));
        assertEquals(some, ALL.read(spelled));
    }

    @Test
    void withChangesOneValue() {
        All changed = ALL.with(ALL.defaults(), "beta", 0.5);
        assertEquals(0.5, changed.beta());
        assertNotEquals(ALL.defaults(), changed);
        assertEquals(ALL.defaults(), ALL.with(changed, "beta", 0.9));
        assertRefused("beta is 2; it must be a number in [0, 1)", () -> ALL.with(changed, "beta", 2));
        assertRefused("unknown hyper-parameter \"gamma\"", () -> ALL.with(changed, "gamma", 2));
    }

    @Test
    void twoRecordsAreReadSideBySide() {
        HyperParameters<Both<All, Needy>> both = HyperParameters.both(ALL, HyperParameters.of(Needy.class));
        Both<All, Needy> read = both.read(Map.of("count", 7, "beta", 0.25));
        assertEquals(new Needy(7), read.second());
        assertEquals(0.25, read.first().beta());
        assertEquals(10, both.components().size());
        assertEquals(read, both.read(both.values(read)));
        assertEquals(new Needy(8), both.with(read, "count", 8).second());
        assertRefused("hyper-parameter \"beta\" stands in two records", () -> HyperParameters.both(ALL, ALL));
        assertRefused("unknown hyper-parameter \"x\"", () -> both.read(Map.of("count", 7, "x", 1)));
        assertRefused("\"count\" is missing", () -> both.read(Map.of("beta", 0.5)));
    }

    private record Bare(double beta) {}

    private record Odd(@HyperParameter("a map") Map<String, String> map) {}

    private record Inside(@HyperParameter(value = "wrong default", byDefault = "2", range = "[0, 1]") double x) {}

    @Test
    void aRecordThatCannotBeReadIsRefusedAtOnce() {
        assertRefused("Bare.beta has no @HyperParameter", () -> HyperParameters.of(Bare.class));
        assertRefused("Odd.map is a java.util.Map; a hyper-parameter is", () -> HyperParameters.of(Odd.class));
        assertRefused("x is 2; it must be a number in [0, 1]", () -> HyperParameters.of(Inside.class));
    }

    private record Nothing() {}

    @Test
    void aRecordMayBeEmpty() {
        assertEquals(new Nothing(), HyperParameters.of(Nothing.class).defaults());
        assertRefused("unknown hyper-parameter \"x\"; there are []",
                () -> HyperParameters.of(Nothing.class).read(Map.of("x", 1)));
    }

    private static void assertRefused(String part, Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(part), message);
    }
}
