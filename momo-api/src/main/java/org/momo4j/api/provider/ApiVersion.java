package org.momo4j.api.provider;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of this interface between MoMo and plugins. The jar of a plugin names the one that it was compiled against, in its manifest
 * under {@link #ATTRIBUTE}.
 *
 * @param major grows when plugins have to be compiled again
 * @param minor grows when something is added; while {@code major} is 0, when plugins have to be compiled again
 */
public record ApiVersion(int major, int minor) {
    /** What this momo-api is. */
    public static final ApiVersion CURRENT = new ApiVersion(0, 1);

    /** The attribute of the main section of a plugin's manifest. */
    public static final String ATTRIBUTE = "Momo-Api-Version";

    private static final Pattern TEXT = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

    /**
     * Reads a version such as {@code 0.1}.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static ApiVersion parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no version of momo-api; it must be two numbers, such as " + CURRENT);
        }
        return new ApiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Whether a plugin that was compiled against {@code wanted} runs with this version. */
    public boolean serves(ApiVersion wanted) {
        return major == wanted.major && (major == 0 ? minor == wanted.minor : minor >= wanted.minor);
    }

    /** The version as a manifest has it. */
    @Override
    public String toString() {
        return major + "." + minor;
    }
}
