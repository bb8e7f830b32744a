package org.momo4j.nn.data.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.momo4j.nn.data.Examples;
import org.momo4j.nn.data.Normalisation;

class CifarReaderTest {
    private static final byte[] TEN = Written.cifar(3, new int[]{9}, new int[]{0});
    private static final byte[] HUNDRED = Written.cifar(4, new int[]{19, 99}, new int[]{0, 7});

    private static String refused(CifarReader reader, byte[]... files) {
        return assertThrows(IllegalArgumentException.class, () -> read(reader, files)).getMessage();
    }

    private static Examples read(CifarReader reader, byte[]... files) {
        return reader.read("c", Arrays.stream(files).map(bytes -> Written.file("f", bytes)).toList());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void filesFollowEachOther(boolean packed) {
        byte[] more = Written.cifar(8, new int[]{5});
        Examples examples = packed
                ? read(CifarReader.CIFAR10, Written.gzip(TEN), more)
                : read(CifarReader.CIFAR10, TEN, more);
        assertEquals("c (3 images of 3 x 32 x 32, 10 classes)", examples.toString());
        assertEquals(List.of(9, 0, 5), List.of(examples.label(0), examples.label(1), examples.label(2)));
        double[] means = {0.4914, 0.4822, 0.4465};
        double[] deviations = {0.2470, 0.2435, 0.2616};
        for (int j = 0; j < 3072; j++) {
            int channel = j / 1024;
            float second = (float) (((TEN[3073 + 1 + j] & 0xff) / 255.0 - means[channel]) / deviations[channel]);
            assertEquals(second, examples.features().getAtIndex(ValueLayout.JAVA_FLOAT, 3072 + j));
            float third = (float) (((more[1 + j] & 0xff) / 255.0 - means[channel]) / deviations[channel]);
            assertEquals(third, examples.features().getAtIndex(ValueLayout.JAVA_FLOAT, 2 * 3072 + j));
        }
    }

    @Test
    void theFineLabelIsTheClass() {
        Examples examples = read(CifarReader.CIFAR100, HUNDRED);
        assertEquals(100, examples.classes());
        assertEquals(List.of(99, 7), List.of(examples.label(0), examples.label(1)));
        float last = (float) (((HUNDRED[HUNDRED.length - 1] & 0xff) / 255.0 - 0.4409) / 0.2762);
        assertEquals(last, examples.features().getAtIndex(ValueLayout.JAVA_FLOAT, 2 * 3072 - 1));
    }

    @Test
    void onlyWholeRecordsAreRead() {
        assertEquals(
                "f, byte 0: file ends with 0 bytes of a record; whole records of 3073 bytes are needed, at least one",
                refused(CifarReader.CIFAR10, new byte[0]));
        assertEquals("f, byte 6145: file ends with 3072 bytes of a record; whole records of 3073 bytes are needed, "
                + "at least one", refused(CifarReader.CIFAR10, TEN, Arrays.copyOf(TEN, TEN.length - 1)));
        assertEquals("f, byte 6148: file ends with 2 bytes of a record; whole records of 3073 bytes are needed, "
                + "at least one", refused(CifarReader.CIFAR10, HUNDRED));
    }

    @Test
    void labelsAreInRange() {
        byte[] ten = TEN.clone();
        ten[3073] = 10;
        assertEquals("f, byte 3073: label is 10; it must be from 0 to 9", refused(CifarReader.CIFAR10, ten));
        byte[] coarse = HUNDRED.clone();
        coarse[3074] = 20;
        assertEquals("f, byte 3074: coarse label is 20; it must be from 0 to 19",
                refused(CifarReader.CIFAR100, coarse));
        byte[] fine = HUNDRED.clone();
        fine[1] = (byte) 200;
        assertEquals("f, byte 1: label is 200; it must be from 0 to 99", refused(CifarReader.CIFAR100, fine));
    }

    @Test
    void aRecordHasOneOrTwoLabels() {
        assertThrows(IllegalArgumentException.class, () -> new CifarReader(List.of(), Normalisation.CIFAR10));
        assertThrows(IllegalArgumentException.class, () -> new CifarReader(List.of(1, 2, 3), Normalisation.CIFAR10));
        assertThrows(IllegalArgumentException.class, () -> new CifarReader(List.of(10), Normalisation.MNIST));
    }
}
