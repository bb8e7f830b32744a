package org.momo4j.nn.data.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.ValueLayout;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.momo4j.nn.data.Examples;
import org.momo4j.nn.data.ImageShape;
import org.momo4j.nn.data.NamedData;

/**
 * The shipped digits against figures that Python found in the same file, without this reader:
 *
 * <pre>
 * rows = [list(map(int, line.split(','))) for line in gzip.open('digits.csv.gz', 'rt')]
 * [sum(row[-1] == c for row in rows[:1437]) for c in range(10)]                   # per class, and rows[1437:]
 * [sum(sum(row[:-1]) for row in rows if row[-1] == c) for c in range(10)]         # sums of pixels per class
 * [sum(row[j] for row in rows) for j in range(64)]                                # sums of pixels per place
 * sum(v * v for row in rows for v in row[:-1])                                    # sum of squares
 * </pre>
 */
class DigitsTest {
    private final NamedData digits = new DataSets(NoPlaces.AT_ALL).load("digits");

    private static int[] perClass(Examples examples) {
        int[] counts = new int[10];
        for (int i = 0; i < examples.count(); i++) {
            counts[examples.label(i)]++;
        }
        return counts;
    }

    private static float pixel(Examples examples, int image, int place) {
        // k / 16 is a float32 exactly, and so are the sums
        return 16 * examples.features().getAtIndex(ValueLayout.JAVA_FLOAT, 64L * image + place);
    }

    @Test
    void everyImageIsThere() {
        assertEquals("digits, training (1437 images of 1 x 8 x 8, 10 classes)", digits.training().toString());
        assertEquals("digits, validation (360 images of 1 x 8 x 8, 10 classes)", digits.validation().toString());
        assertEquals(new ImageShape(1, 8, 8), digits.training().shape());
    }

    @Test
    void classesAreNearlyEquallyFrequentInBothParts() {
        assertArrayEquals(new int[]{143, 146, 142, 146, 144, 145, 144, 143, 141, 143}, perClass(digits.training()));
        assertArrayEquals(new int[]{35, 36, 35, 37, 37, 37, 37, 36, 33, 37}, perClass(digits.validation()));
    }

    @Test
    void sumsOfPixels() {
        long[] perClass = new long[10];
        long[] perPlace = new long[64];
        long squares = 0;
        for (Examples part : Stream.of(digits.training(), digits.validation()).toList()) {
            for (int i = 0; i < part.count(); i++) {
                for (int j = 0; j < 64; j++) {
                    long pixel = (long) pixel(part, i, j);
                    perClass[part.label(i)] += pixel;
                    perPlace[j] += pixel;
                    squares += pixel * pixel;
                }
            }
        }
        assertArrayEquals(new long[]{56415, 57007, 55566, 56151, 56239, 55915, 56336, 54289, 57408, 56392}, perClass);
        assertArrayEquals(new long[]{0, 546, 9353, 21269, 21291, 10390, 2448, 233, //
                10, 3583, 18657, 21527, 18472, 14692, 3318, 194, //
                5, 4675, 17796, 12566, 12755, 14028, 3214, 90, //
                2, 4438, 16337, 15852, 17839, 13570, 4165, 4, //
                0, 4204, 13778, 16302, 18512, 15713, 5228, 0, //
                16, 2846, 12366, 12989, 13787, 14801, 6211, 49, //
                13, 1266, 13490, 17142, 16921, 15739, 6694, 371, //
                1, 502, 9987, 21724, 21221, 12155, 3716, 655}, perPlace);
        assertEquals(6907012, squares);
    }

    @Test
    void theFirstAndTheLastImageAreThoseOfTheFile() {
        // zcat digits.csv.gz | head -1, its second row of pixels; tail -1, its last
        for (int[] expected : new int[][]{{8, 0}, {9, 0}, {10, 13}, {11, 15}, {12, 10}, {13, 15}, {14, 5}, {15, 0}}) {
            assertEquals(expected[1], pixel(digits.training(), 0, expected[0]));
        }
        for (int[] expected : new int[][]{{56, 0}, {57, 1}, {58, 8}, {59, 12}, {60, 14}, {61, 12}, {62, 1}, {63, 0}}) {
            assertEquals(expected[1], pixel(digits.validation(), 359, expected[0]));
        }
        assertEquals(0, digits.training().label(0));
        assertEquals(8, digits.validation().label(359));
    }

    @Test
    void theDigestIsThatOfTheFileItWasTakenFrom() {
        // sha256sum of sklearn/datasets/data/digits.csv.gz in scikit-learn 1.2.1
        assertEquals(Map.of("digits/digits.csv.gz",
                "46abec6b12486ad9e51943373abcf22bbea1b5a51a1619b361570d8893f1464a"), digits.digests());
    }
}
