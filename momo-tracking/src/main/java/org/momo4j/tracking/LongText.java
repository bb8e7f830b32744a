package org.momo4j.tracking;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A text that may be too long for the server: then its beginning stands in its place, and the whole in an artifact.
 *
 * @param text      the whole
 * @param isTooLong whether it is
 * @param path      of the artifact
 * @param shown     what stands in its place
 */
record LongText(String text, boolean isTooLong, String path, String shown) {
    /** What an MLflow server takes of a parameter. */
    static final int PARAM = 6000;
    /** What every MLflow server takes of a tag. */
    static final int TAG = 5000;
    private static final int ROOM_FOR_REFERENCE = 500;
    /** What systems of files take of a name. */
    private static final int LONGEST_NAME = 200;

    /**
     * The value of a key.
     *
     * @param folder where such artifacts are
     * @param key    the key
     * @param text   the value
     * @param limit  how many characters (code points) the server takes
     * @throws IllegalArgumentException if it is too long, and has half of a surrogate pair
     */
    LongText(String folder, String key, String text, int limit) {
        int characters = text.codePointCount(0, text.length());
        String path = folder + "/" + fileName(key) + ".txt";
        boolean isTooLong = characters > limit;
        this(text, isTooLong, path, isTooLong ? reference(text, limit, characters, path) : text);
    }

    private static String fileName(String key) {
        byte[] name = utf8(key);
        return name.length <= LONGEST_NAME ? key : UUID.nameUUIDFromBytes(name).toString();
    }

    private static String reference(String text, int limit, int characters, String path) {
        String digest = HexFormat.of().formatHex(ArtifactStore.sha256().digest(utf8(text)));
        int end = text.offsetByCodePoints(0, limit - ROOM_FOR_REFERENCE);
        return text.substring(0, end) + "... (" + characters + " characters, sha256 " + digest + ", in the artifact "
                + path + ")";
    }

    /**
     * The bytes of a text, all of it.
     *
     * @throws IllegalArgumentException if it has half of a surrogate pair
     */
    static byte[] utf8(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a text has half of a surrogate pair; allowed: Unicode", e);
        }
    }
}
