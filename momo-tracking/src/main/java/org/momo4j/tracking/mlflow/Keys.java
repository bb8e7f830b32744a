package org.momo4j.tracking.mlflow;

import java.util.regex.Pattern;

/** Names of metrics, as MLflow 3 allows them. */
final class Keys {
    private static final int LONGEST = 250;
    private static final Pattern CHARACTERS = Pattern.compile("[\\w.\\-: /]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PARTS = Pattern.compile("(?!/)(?:(?:^|/)(?!\\.{1,2}(?:/|$))[^/]+)+");

    private Keys() {}

    /** Whether the name is allowed; the server may think otherwise, and it is right. */
    static boolean isPlain(String key) {
        return key.length() <= LONGEST && CHARACTERS.matcher(key).matches() && PARTS.matcher(key).matches();
    }
}
