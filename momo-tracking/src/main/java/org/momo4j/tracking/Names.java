package org.momo4j.tracking;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the keys of metrics, parameters and tags, and the paths of artifacts, may look like: what an MLflow server takes. They are
 * checked when something is logged, where the mistake was made, and not when it is sent.
 */
final class Names {
    private static final int LONGEST = 250;
    /** Of most file systems, those of servers too. */
    private static final int LONGEST_FILE = 255;
    private static final String ARTIFACT = "artifact";
    private static final int SHOWN = 40;
    private static final String MARKS = "_-. :/";

    private Names() {}

    /**
     * Checks a key.
     *
     * @param kind what it is the key of, for the sentence
     * @param key  the key
     * @throws IllegalArgumentException if MLflow would refuse it
     */
    static void check(String kind, String key) {
        if (key.isEmpty()) {
            throw wrong(kind, key, "is empty", "at least one character");
        }
        int characters = key.codePointCount(0, key.length());
        if (characters > LONGEST) {
            throw wrong(kind, key, "has " + characters + " characters", "at most " + LONGEST);
        }
        int[] wrong = key.codePoints().filter(c -> !isAllowed(c)).limit(1).toArray();
        if (wrong.length > 0) {
            throw wrong(kind, key, "has the character " + spell(wrong[0]),
                    "letters, digits and the marks _ - . : / and blank");
        }
        if (Arrays.stream(key.split("/", -1)).anyMatch(part -> part.isEmpty() || part.equals(".")
                || part.equals(".."))) {
            throw wrong(kind, key, "is not the name of a file", "parts between / that are not empty, . or ..");
        }
        if (kind.equals(ARTIFACT) && Arrays.stream(key.split("/"))
                .anyMatch(part -> part.getBytes(StandardCharsets.UTF_8).length > LONGEST_FILE)) {
            throw wrong(kind, key, "has a part that no file can be named", "parts between / of at most " + LONGEST_FILE
                    + " bytes of UTF-8");
        }
        if (key.startsWith("..")) {
            throw wrong(kind, key, "begins with ..", "names that do not");
        }
    }

    /**
     * Checks a text that has no rules but a length.
     *
     * @throws IllegalArgumentException if it is longer
     */
    static void checkLength(String kind, String text, int longest) {
        int length = text.codePointCount(0, text.length());
        if (text.isEmpty() || length > longest) {
            throw wrong(kind, text, "has " + length + " characters", "1 to " + longest);
        }
    }

    private static boolean isAllowed(int character) {
        return Character.isLetterOrDigit(character) || MARKS.indexOf(character) >= 0;
    }

    private static String spell(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE
                ? String.format("U+%04X", character)
                : "\"" + Character.toString(character) + "\"";
    }

    private static IllegalArgumentException wrong(String kind, String key, String what, String allowed) {
        String shown = key.codePointCount(0, key.length()) <= SHOWN
                ? key
                : key.substring(0, key.offsetByCodePoints(0, SHOWN)) + "...";
        return new IllegalArgumentException(
                "the " + kind + " \"" + shown + "\" " + what + "; allowed: " + allowed);
    }
}
