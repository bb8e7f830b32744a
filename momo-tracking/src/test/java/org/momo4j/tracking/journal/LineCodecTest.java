package org.momo4j.tracking.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineCodecTest {
    private static final Instant TIME = Instant.ofEpochMilli(1_700_000_000_123L);
    private static final String HIGH = "\ud83d";
    private static final String LOW = "\ude00";

    private final LineCodec codec = new LineCodec();

    @Property(tries = 2000)
    void everyEntryComesBack(@ForAll("entries") Entry entry, @ForAll("numbers") long number,
            @ForAll("times") long millis) {
        Line line = new Line(number, Instant.ofEpochMilli(millis), entry);
        byte[] bytes = bytes(line);
        assertEquals(Optional.of(line), codec.read(bytes, 0, bytes.length));
        assertEquals('\n', bytes[bytes.length - 1]);
        assertEquals(1, count(bytes, '\n'), "one line");
        assertEquals(0, count(bytes, 0), "no zeros: they are room");
    }

    @Property(tries = 3000)
    void everyDoubleComesBackToTheLastBit(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        Entry.Metrics back = (Entry.Metrics) thereAndBack(new Entry.Metrics(1, Map.of("a", value)));
        assertEquals(Double.doubleToLongBits(value), Double.doubleToLongBits(back.values().getOrDefault("a", 0.5)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0, -0.0,
            Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, -Double.MAX_VALUE, 0.1, 1e22,
            1e23, 9007199254740993.0, 2.2250738585072011e-308})
    void specialValuesComeBackExactly(double value) {
        Entry.Metrics back = (Entry.Metrics) thereAndBack(new Entry.Metrics(1, Map.of("a", value)));
        assertEquals(Double.doubleToLongBits(value), Double.doubleToLongBits(back.values().getOrDefault("a", 0.5)));
    }

    @Test
    void theOrderOfValuesIsKept() {
        Map<String, Double> values = new java.util.LinkedHashMap<>();
        for (int i = 50; i > 0; i--) {
            values.put("v" + i, (double) i);
        }
        Entry.Metrics back = (Entry.Metrics) thereAndBack(new Entry.Metrics(1, values));
        assertEquals(List.copyOf(values.keySet()), List.copyOf(back.values().keySet()));
    }

    @Test
    void anEntryIsAlwaysTheSameLine() {
        String line = text(new Line(7, TIME, new Entry.DataSet("n", "d", "t", "s", "c")));
        assertTrue(line.startsWith("{\"number\":7,\"time\":1700000000123,\"dataset\":{\"name\":\"n\",\"digest\":\"d\","
                + "\"sourceType\":\"t\",\"source\":\"s\",\"context\":\"c\"},\"crc\":\""), line);
    }

    @Test
    void longTextsComeBack() {
        String text = ("abc äöü " + HIGH + LOW + " \u0000\u0001\n\"\\").repeat(2_000_000);
        Entry entry = new Entry.DataSet(text, "d", "t", "s", "c");
        assertTrue(entry.equals(thereAndBack(entry)), "more than 20 million characters");
    }

    @Test
    void pairsComeBackWhereverABufferEnds() {
        for (int before = 0; before < 9000; before += before < 3900 ? 97 : 1) {
            Entry entry = new Entry.Params(Map.of("a", "x".repeat(before) + HIGH + LOW + HIGH + LOW));
            assertEquals(entry, thereAndBack(entry));
        }
    }

    static List<String> halves() {
        String fill = "x".repeat(10_000);
        return List.of(HIGH, LOW, "a" + HIGH, HIGH + "a", LOW + HIGH, "a" + LOW + "b", HIGH + HIGH + LOW,
                HIGH + LOW + LOW, fill + HIGH, HIGH + fill, fill + LOW + fill);
    }

    @ParameterizedTest
    @MethodSource("halves")
    void halfASurrogatePairIsRefusedAndTheNextLineIsWhole(String half) {
        Line whole = new Line(3, TIME, new Entry.Tags(Map.of("a", "b")));
        byte[] expected = bytes(whole);
        for (Entry entry : everywhere(half)) {
            assertThrows(IllegalArgumentException.class, () -> codec.write(2, 5, entry), entry.getClass()::toString);
            assertArrayEquals(expected, bytes(whole), "after " + entry.getClass());
        }
    }

    private static List<Entry> everywhere(String text) {
        return List.of(new Entry.Params(Map.of("a", text)), new Entry.Params(Map.of(text, "a")),
                new Entry.Tags(Map.of("a", text)), new Entry.Tags(Map.of(text, "a")),
                new Entry.Metrics(1, Map.of(text, 1.0)), new Entry.Began(text, "b", "c", Optional.empty()),
                new Entry.Began("a", text, "c", Optional.empty()), new Entry.Began("a", "b", text, Optional.empty()),
                new Entry.Began("a", "b", "c", Optional.of(text)), new Entry.DataSet(text, "b", "c", "d", "e"),
                new Entry.DataSet("a", text, "c", "d", "e"), new Entry.DataSet("a", "b", text, "d", "e"),
                new Entry.DataSet("a", "b", "c", text, "e"), new Entry.DataSet("a", "b", "c", "d", text),
                new Entry.Artifact(text, "b", 1), new Entry.Artifact("a", text, 1));
    }

    @Test
    void afterAnyExceptionTheNextLineIsWhole() {
        Line whole = new Line(3, TIME, new Entry.Tags(Map.of("a", "b")));
        byte[] expected = bytes(whole);
        Entry broken = new Entry.Metrics(1, missing());
        assertThrows(RuntimeException.class, () -> codec.write(2, 5, broken));
        assertArrayEquals(expected, bytes(whole));
    }

    /** A value that callers without checks for null may bring. */
    private static Map<String, Double> missing() {
        Map<String, Double> values = new HashMap<>();
        values.put("a", new HashMap<String, Double>().get("nothing"));
        return values;
    }

    static List<Entry> kinds() {
        return List.of(new Entry.Metrics(12, Map.of("train/loss", 0.1, "ü", Double.NaN)),
                new Entry.Params(Map.of("lr", "1e-3")), new Entry.Tags(Map.of("note", "a\nb" + HIGH + LOW)),
                new Entry.Began("u", "e", "n", Optional.of("p")), new Entry.Began("u", "e", "n", Optional.empty()),
                new Entry.DataSet("mnist", "d1", "local", "{\"uri\":\"x\"}", "training"),
                new Entry.Artifact("a/b.txt", "00ff", 17), new Entry.Ended(Entry.Ended.Status.KILLED));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aLineWithOneByteChangedIsNone(Entry entry) {
        byte[] line = bytes(new Line(9, TIME, entry));
        assertTrue(codec.read(line, 0, line.length).isPresent());
        for (int i = 0; i < line.length; i++) {
            byte right = line[i];
            for (int change = 1; change < 256; change++) {
                line[i] = (byte) (right ^ change);
                assertEquals(Optional.empty(), codec.read(line, 0, line.length), "byte " + i + " changed by " + change);
            }
            line[i] = right;
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void partsOfALineAreNone(Entry entry) {
        byte[] line = bytes(new Line(9, TIME, entry));
        for (int from = 0; from <= line.length; from++) {
            for (int to = from; to <= line.length; to++) {
                boolean whole = from == 0 && to == line.length;
                assertEquals(whole, codec.read(line, from, to - from).isPresent(), from + " to " + to);
            }
        }
    }

    @Test
    void whatHasTheRightSumButIsNoLineIsNone() {
        for (String body : List.of("", "{", "nonsense", "[1", "{\"number\":1,\"time\":2",
                "{\"number\":1,\"time\":2,\"ended\":\"never\"", "{\"number\":1,\"time\":2,\"ended\":7",
                "{\"number\":1,\"time\":2,\"dataset\":{\"name\":\"a\"}",
                "{\"number\":1,\"time\":2,\"step\":1,\"metrics\":{\"a\":\"much\"}")) {
            byte[] line = sealed(body);
            assertEquals(Optional.empty(), codec.read(line, 0, line.length), body);
        }
    }

    private static byte[] sealed(String body) {
        java.util.zip.CRC32C sum = new java.util.zip.CRC32C();
        sum.update(body.getBytes(StandardCharsets.UTF_8));
        return String.format("%s,\"crc\":\"%08x\"}\n", body, sum.getValue()).getBytes(StandardCharsets.UTF_8);
    }

    private Entry thereAndBack(Entry entry) {
        byte[] bytes = bytes(new Line(1, TIME, entry));
        return codec.read(bytes, 0, bytes.length).orElseThrow().entry();
    }

    private byte[] bytes(Line line) {
        LineCodec.Bytes bytes = codec.write(line.number(), line.time().toEpochMilli(), line.entry());
        return Arrays.copyOf(bytes.array(), bytes.size());
    }

    private String text(Line line) {
        return new String(bytes(line), StandardCharsets.UTF_8);
    }

    private static int count(byte[] bytes, int wanted) {
        int count = 0;
        for (byte b : bytes) {
            count += b == wanted ? 1 : 0;
        }
        return count;
    }

    @Provide
    Arbitrary<Long> numbers() {
        return Arbitraries.longs().greaterOrEqual(1);
    }

    @Provide
    Arbitrary<Long> times() {
        return Arbitraries.longs();
    }

    @Provide
    Arbitrary<Entry> entries() {
        Arbitrary<String> text = texts();
        Arbitrary<Double> value = Arbitraries.longs().map(bits -> Double.longBitsToDouble(bits));
        Arbitrary<Map<String, String>> texts = Arbitraries.maps(text, text).ofMaxSize(5);
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.longs(), Arbitraries.maps(text, value).ofMaxSize(8))
                        .as(Entry.Metrics::new),
                texts.map(Entry.Params::new), texts.map(Entry.Tags::new),
                Combinators.combine(text, text, text, text.optional()).as(Entry.Began::new),
                Combinators.combine(text, text, text, text, text).as(Entry.DataSet::new),
                Combinators.combine(text, text, Arbitraries.longs()).as(Entry.Artifact::new),
                Arbitraries.of(Entry.Ended.Status.class).map(Entry.Ended::new));
    }

    /** Any Unicode, half surrogates excepted; often short, often plain. */
    private static Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.integers().between(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.getType(c) != Character.SURROGATE).list().ofMaxSize(20)
                .map(points -> points.stream().map(Character::toString).reduce("", String::concat));
        return Arbitraries.oneOf(any, Arbitraries.strings().ascii().ofMaxLength(40));
    }
}
