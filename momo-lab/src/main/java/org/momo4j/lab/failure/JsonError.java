package org.momo4j.lab.failure;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Optional;

/** Says what is wrong with a text that should be JSON: the parser's messages advise how to set up the parser. */
public final class JsonError {
    /** Where the parser begins to speak of itself. */
    private static final String OF_ITSELF = "(?s)\\s*( at \\[Source|\\(not recognized|: enable `|\\(from `).*";

    private JsonError() {}

    /** What is wrong, as the end of a sentence, with line and column where they are known. */
    public static String sentence(JsonProcessingException e) {
        return what(e) + Optional.ofNullable(e.getLocation()).map(JsonError::place).orElse("");
    }

    private static String what(JsonProcessingException e) {
        return switch (e) {
            case StreamConstraintsException limits ->
                "is nested too deeply, or holds a number or a text that is too long";
            case JsonEOFException end -> "is not JSON: it ends too early";
            case MismatchedInputException trailing -> "is not JSON: something follows after its end";
            default -> "is not JSON: " + String.valueOf(e.getOriginalMessage()).replaceFirst(OF_ITSELF, "");
        };
    }

    private static String place(JsonLocation location) {
        return " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
