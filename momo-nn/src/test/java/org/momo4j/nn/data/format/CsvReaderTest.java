package org.momo4j.nn.data.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.momo4j.nn.data.Examples;
import org.momo4j.nn.data.ImageShape;
import org.momo4j.nn.data.Normalisation;

class CsvReaderTest {
    private static final CsvReader READER = new CsvReader(new ImageShape(1, 1, 2), 10, Normalisation.DIGITS);

    private static Examples read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Examples plain = READER.read("c", Written.file("f", bytes));
        Examples packed = READER.read("c", Written.file("f", Written.gzip(bytes)));
        assertEquals(-1, plain.features().mismatch(packed.features()));
        return plain;
    }

    @Test
    void numbersSpacesAndBothLineEndsAreRead() {
        Examples examples = read("0,16,9\r\n 4 ,\t8.0,0\n1e1,2,5");
        assertEquals(3, examples.count());
        assertArrayEquals(new float[]{0, 1, 0.25f, 0.5f, 0.625f, 0.125f},
                examples.features().toArray(ValueLayout.JAVA_FLOAT));
        assertArrayEquals(new int[]{9, 0, 5}, new int[]{examples.label(0), examples.label(1), examples.label(2)});
        assertEquals(1, read("1,1,1").count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1,2,3/1,17,3    | f:2:3: pixel is \"17\"; it must be a number from 0 to 16",
            "1,-0.5,3        | f:1:3: pixel is \"-0.5\"; it must be a number from 0 to 16",
            "nan,1,3         | f:1:1: pixel is \"nan\"; it must be a number from 0 to 16",
            "1f,1,3          | f:1:1: pixel is \"1f\"; it must be a number from 0 to 16",
            "1e999,1,3       | f:1:1: pixel is \"1e999\"; it must be a number from 0 to 16",
            "ä,1,3           | f:1:1: pixel is \"??\"; it must be a number from 0 to 16",
            "1,,3            | f:1:3: pixel is \"\"; it must be a number from 0 to 16",
            "1,2,10          | f:1:5: label is \"10\"; it must be a whole number from 0 to 9",
            "1,2,-1          | f:1:5: label is \"-1\"; it must be a whole number from 0 to 9",
            "1,2,3.0         | f:1:5: label is \"3.0\"; it must be a whole number from 0 to 9",
            "1,2,            | f:1:5: label is \"\"; it must be a whole number from 0 to 9",
            "1,2,3/1,2       | f:2: line ends after column 2; it must have 3, the last of them the label",
            "1,2,3//1,2,3    | f:2: line ends after column 1; it must have 3, the last of them the label",
            "1,2,3,4         | f:1: line goes on after column 3; it must have 3, the last of them the label",
            "/////           | f:1: line ends after column 1; it must have 3, the last of them the label",
            "''              | f is empty; at least one line of 3 numbers is needed",
    })
    void anErrorNamesItsPlace(String text, String message) {
        byte[] bytes = text.replace('/', '\n').getBytes(StandardCharsets.UTF_8);
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> READER.read("c", Written.file("f", bytes)));
        assertEquals(message, refusal.getMessage());
        assertNull(refusal.getCause());
    }

    @Test
    void aLineWithoutAnEndIsNotHeld() {
        String refusal = assertThrows(IllegalArgumentException.class,
                () -> READER.read("c", Written.file("f", "1".repeat(1 << 20).getBytes(StandardCharsets.UTF_8))))
                .getMessage();
        assertEquals("f:1:1: number is \"" + "1".repeat(41) + "...\"; at most 40 characters are allowed", refusal);
    }
}
