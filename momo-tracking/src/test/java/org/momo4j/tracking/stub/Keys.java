package org.momo4j.tracking.stub;

import java.util.List;
import java.util.regex.Pattern;

/** What MLflow takes as the name of a parameter, a metric or a tag, and how long a value may be. */
final class Keys {
    static final int MAX_KEY = 250;
    static final int MAX_PARAM = 6000;
    static final int MAX_TAG = 8000;

    /** Python's {@code \w} has no marks, unlike Java's. */
    private static final Pattern CHARACTERS = Pattern.compile("[/\\p{L}\\p{N}_.\\- :]*");

    private Keys() {}

    static String checked(String key) {
        if (!CHARACTERS.matcher(key).matches()) {
            throw Refused
                    .invalid("Invalid value \"" + key + "\": Names may only contain alphanumerics, underscores (_), "
                            + "dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).");
        }
        if (key.startsWith("..")
                || List.of(key.split("/", -1)).stream()
                        .anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."))) {
            throw Refused.invalid(
                    "Invalid value \"" + key + "\": Names may be treated as files in certain cases, and must not "
                            + "resolve to other names when treated as such.");
        }
        if (length(key) > MAX_KEY) {
            throw Refused.invalid("'key' exceeds the maximum length of " + MAX_KEY + " characters");
        }
        return key;
    }

    /** MLflow does not refuse what is too long: it takes the beginning. */
    static String cut(String value, int limit) {
        return length(value) <= limit ? value : value.substring(0, value.offsetByCodePoints(0, limit));
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
