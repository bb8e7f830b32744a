package org.momo4j.tracking;

/**
 * A text that is too long for the server: its beginning stands in its place, and the whole in an artifact.
 */
final class LongText {
    /** What an MLflow server takes of a parameter. */
    static final int PARAM = 6000;
    /** What every MLflow server takes of a tag. */
    static final int TAG = 5000;
    private static final int ROOM_FOR_REFERENCE = 500;

    private LongText() {}

    static boolean is(String text, int limit) {
        return text.codePointCount(0, text.length()) > limit;
    }

    /** What stands in its place. */
    static String reference(String text, int limit, String path, String digest) {
        int end = text.offsetByCodePoints(0, limit - ROOM_FOR_REFERENCE);
        return text.substring(0, end) + "... (" + text.codePointCount(0, text.length()) + " characters, sha256 "
                + digest + ", in the artifact " + path + ")";
    }
}
