package org.momo4j.nn.data.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.momo4j.nn.data.Examples;
import org.momo4j.nn.data.ImageShape;
import org.momo4j.nn.data.Normalisation;

class IdxReaderTest {
    private static final byte[] IMAGES = Written.idxImages(3, 2, 5, 1);
    private static final byte[] LABELS = Written.idxLabels(9, 0, 4);
    private static final IdxReader READER = new IdxReader(10, new Normalisation(255, List.of(0.25), List.of(0.5)));

    private static Examples read(byte[] images, byte[] labels) {
        return READER.read("small", Written.file("images", images), Written.file("labels", labels));
    }

    private static String refused(byte[] images, byte[] labels) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> read(images, labels));
        assertNull(refusal.getCause());
        return refusal.getMessage();
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        ByteBuffer.wrap(changed).putInt(at, value);
        return changed;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasWrittenIsRead(boolean packed) {
        Examples examples = packed ? read(Written.gzip(IMAGES), Written.gzip(LABELS)) : read(IMAGES, LABELS);
        assertEquals("small (3 images of 1 x 2 x 5, 10 classes)", examples.toString());
        assertEquals(new ImageShape(1, 2, 5), examples.shape());
        assertEquals(List.of(9, 0, 4), List.of(examples.label(0), examples.label(1), examples.label(2)));
        for (int j = 0; j < 30; j++) {
            float expected = (float) (((IMAGES[16 + j] & 0xff) / 255.0 - 0.25) / 0.5);
            assertEquals(expected, examples.features().getAtIndex(ValueLayout.JAVA_FLOAT, j));
        }
    }

    @Test
    void aStreamOfTwoGzipMembersIsOneFile() {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.writeBytes(Written.gzip(Arrays.copyOfRange(IMAGES, 0, 20)));
        members.writeBytes(Written.gzip(Arrays.copyOfRange(IMAGES, 20, IMAGES.length)));
        assertEquals(-1, read(members.toByteArray(), LABELS).features().mismatch(read(IMAGES, LABELS).features()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0  | 2049       | images, byte 0: magic number is 0x00000801; an IDX file of images starts with 0x00000803",
            "4  | 0          | images, byte 4: number of images is 0; it must be from 1 to 2147483639",
            "4  | -2147483648| images, byte 4: number of images is 2147483648; it must be from 1 to 2147483639",
            "4  | 2147483639 | images, byte 46: file ends; its header announces 2147483639 images of 2 x 5, which need 21474836406 bytes",
            "4  | 4          | images, byte 46: file ends; its header announces 4 images of 2 x 5, which need 56 bytes",
            "4  | 2          | images, byte 36: 10 bytes follow; the 2 images of 2 x 5 that its header announces end here",
            "8  | 0          | images, byte 8: number of rows is 0; it must be from 1 to 32768",
            "8  | -1         | images, byte 8: number of rows is 4294967295; it must be from 1 to 32768",
            "12 | 32769      | images, byte 12: number of columns is 32769; it must be from 1 to 32768",
            "12 | 32768      | images, byte 46: file ends; its header announces 3 images of 2 x 32768, which need 196624 bytes",
    })
    void aHeaderOfImagesIsHeldAgainstTheFile(int at, int value, String message) {
        byte[] wrong = with(IMAGES, at, value);
        assertEquals(message, refused(wrong, LABELS));
        assertEquals(message, refused(Written.gzip(wrong), LABELS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0  | 2051 | labels, byte 0: magic number is 0x00000803; an IDX file of labels starts with 0x00000801",
            "4  | -1   | labels, byte 4: number of labels is 4294967295; it must be 3, the number of images in images",
            "4  | 2    | labels, byte 4: number of labels is 2; it must be 3, the number of images in images",
            "7  | 0x030a0000 | labels, byte 8: label is 10; it must be from 0 to 9",
            "7  | 0x030900ff | labels, byte 10: label is 255; it must be from 0 to 9",
    })
    void aFileOfLabelsIsHeldAgainstTheImages(int at, String value, String message) {
        byte[] wrong = with(LABELS, at, Integer.decode(value));
        assertEquals(message, refused(IMAGES, wrong));
        assertEquals(message, refused(Written.gzip(IMAGES), Written.gzip(wrong)));
    }

    @Test
    void labelsThatEndOrGoOnAreRefused() {
        assertEquals("labels, byte 10: file ends; its header announces 3 labels, which need 11 bytes",
                refused(IMAGES, Arrays.copyOf(LABELS, 10)));
        assertEquals("labels, byte 11: 2 bytes follow; the 3 labels that its header announces end here",
                refused(IMAGES, Arrays.copyOf(LABELS, 13)));
        assertEquals("labels, byte 6: file ends; number of labels of 4 bytes is needed here",
                refused(IMAGES, Arrays.copyOf(LABELS, 6)));
        assertEquals("labels, byte 0: file ends; magic number of 4 bytes is needed here",
                refused(IMAGES, new byte[0]));
    }

    @Test
    void aDamagedGzipStreamIsSaidSo() {
        byte[] packed = Written.gzip(IMAGES);
        assertEquals("images, byte 46: gzip stream ends here; a whole one is needed",
                refused(Arrays.copyOf(packed, packed.length - 1), LABELS));
        assertEquals("images, byte 0: gzip stream ends here; a whole one is needed",
                refused(Arrays.copyOf(packed, 2), LABELS));
        packed[packed.length - 8] ^= 1;
        assertEquals("images, byte 46: gzip stream is damaged (Corrupt GZIP trailer); a whole one is needed",
                refused(packed, LABELS));
    }

    @Test
    void colourIsNotInThisFormat() {
        IdxReader colour = new IdxReader(10, Normalisation.CIFAR10);
        assertEquals("the normalisation has 3 channels; images of 1 x 2 x 5 need 1",
                assertThrows(IllegalArgumentException.class,
                        () -> colour.read("small", Written.file("images", IMAGES), Written.file("labels", LABELS)))
                        .getMessage());
    }
}
