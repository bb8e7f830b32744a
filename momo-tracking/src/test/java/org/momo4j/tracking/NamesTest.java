package org.momo4j.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private static final String MARKS = "letters, digits and the marks _ - . : / and blank";
    private static final String PARTS = "parts between / that are not empty, . or ..";

    static Stream<String> accepted() {
        return Stream.of("a", "Ab-5_", "a/b/c", "a.b.c", ".a", "b.", "a..a/._./o_O/.e.", "a b/c d", "train:loss",
                "größe",
                "損失", "потери", "α_k", "٣", "\ud835\udc00", "x".repeat(250), "\ud835\udc00".repeat(250),
                "a/..b", "a...", " ", "-", ":");
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void whatMlflowTakesIsAccepted(String key) {
        Names.check("metric", key);
    }

    static Stream<Arguments> refused() {
        return Stream.of(Arguments.of("", "the tag \"\" is empty; allowed: at least one character"),
                Arguments.of("x".repeat(251),
                        "the tag \"" + "x".repeat(40) + "...\" has 251 characters; allowed: at most 250"),
                Arguments.of("\ud835\udc00".repeat(251), "the tag \"" + "\ud835\udc00".repeat(40)
                        + "...\" has 251 characters; allowed: at most 250"),
                character("loss@1", "\"@\""), character("a,b", "\",\""), character("a\tb", "U+0009"),
                character("a\n", "U+000A"), character("a\\b", "\"\\\""), character("a=b", "\"=\""),
                character("a\u0000", "U+0000"), character("a\ud800", "U+D800"), character("\udc00b", "U+DC00"),
                character("\ud83d\ude00", "\"\ud83d\ude00\""), character("a\u0301", "\"\u0301\""),
                file("a//b"), file("../a"), file("/a"), file("a/"), file("."), file(".."), file("a/./b"), file("a/.."),
                file("a/../b"), file("/"),
                Arguments.of("..a", "the tag \"..a\" begins with ..; allowed: names that do not"));
    }

    private static Arguments character(String key, String shown) {
        return Arguments.of(key, "the tag \"" + key + "\" has the character " + shown + "; allowed: " + MARKS);
    }

    private static Arguments file(String key) {
        return Arguments.of(key, "the tag \"" + key + "\" is not the name of a file; allowed: " + PARTS);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatMlflowDoesNotTakeIsRefusedByASentence(String key, String sentence) {
        assertEquals(sentence,
                assertThrows(IllegalArgumentException.class, () -> Names.check("tag", key)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"metric", "parameter", "artifact"})
    void theSentenceSaysWhatItIs(String kind) {
        assertEquals("the " + kind + " \"/\" is not the name of a file; allowed: " + PARTS,
                assertThrows(IllegalArgumentException.class, () -> Names.check(kind, "/")).getMessage());
    }

    @Test
    void thePartsOfThePathOfAnArtifactAreNamesOfFiles() {
        Names.check("artifact", "\u00fc".repeat(127) + "/" + "\u00fc".repeat(100));
        Names.check("metric", "\u00fc".repeat(128));
        assertEquals(
                "the artifact \"a/" + "\u00fc".repeat(38) + "...\" has a part that no file can be named; allowed: parts"
                        + " between / of at most 255 bytes of UTF-8",
                assertThrows(IllegalArgumentException.class, () -> Names.check("artifact", "a/" + "\u00fc".repeat(128)))
                        .getMessage());
    }
}
