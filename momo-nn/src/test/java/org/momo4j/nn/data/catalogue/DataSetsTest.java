package org.momo4j.nn.data.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.momo4j.nn.data.NamedData;
import org.momo4j.nn.data.Normalisation;
import org.momo4j.nn.data.format.Sha256;
import org.momo4j.nn.data.format.Written;

class DataSetsTest {
    @TempDir
    Path dir;

    private NamedData load(String name) {
        return new DataSets(new DataPlaces(Optional.of(dir), List.of())).load(name);
    }

    private byte[] put(String name, String file, byte[] bytes) throws IOException {
        Path folder = Files.createDirectories(dir.resolve(name));
        Files.write(folder.resolve(file), bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnist", "fashion-mnist"})
    void fourFilesMakeTwoParts(String name) throws IOException {
        byte[] images = put(name, "train-images-idx3-ubyte.gz", Written.gzip(Written.idxImages(3, 28, 28, 1)));
        byte[] labels = put(name, "train-labels-idx1-ubyte", Written.idxLabels(1, 2, 3));
        byte[] testImages = put(name, "t10k-images-idx3-ubyte", Written.idxImages(2, 28, 28, 2));
        byte[] testLabels = put(name, "t10k-labels-idx1-ubyte.gz", Written.gzip(Written.idxLabels(4, 5)));
        NamedData data = load(name);
        assertEquals(name + ", training (3 images of 1 x 28 x 28, 10 classes)", data.training().toString());
        assertEquals(name + ", validation (2 images of 1 x 28 x 28, 10 classes)", data.validation().toString());
        assertEquals(5, data.validation().label(1));
        assertEquals(Map.of(name + "/train-images-idx3-ubyte.gz", Sha256.of(images), name + "/train-labels-idx1-ubyte",
                Sha256.of(labels), name + "/t10k-images-idx3-ubyte", Sha256.of(testImages),
                name + "/t10k-labels-idx1-ubyte.gz", Sha256.of(testLabels)), data.digests());
        Normalisation own = name.equals("mnist") ? Normalisation.MNIST : Normalisation.FASHION_MNIST;
        assertEquals(own.of(0, testImages[16] & 0xff),
                data.validation().features().getAtIndex(ValueLayout.JAVA_FLOAT, 0));
    }

    @Test
    void fiveBatchesAreTheTrainingPartOfCifar10() throws IOException {
        for (int k = 1; k <= 5; k++) {
            put("cifar-10-batches-bin", "data_batch_" + k + ".bin", Written.cifar(k, new int[]{k}, new int[]{0}));
        }
        put("cifar-10-batches-bin", "test_batch.bin", Written.cifar(9, new int[]{9}));
        NamedData data = load("cifar10");
        assertEquals(10, data.training().count());
        assertEquals(5, data.training().label(8));
        assertEquals(9, data.validation().label(0));
        assertEquals(6, data.digests().size());
    }

    @Test
    void cifar100HasOneFileForEachPart() throws IOException {
        put("cifar100", "train.bin", Written.cifar(1, new int[]{3, 42}));
        put("cifar100", "test.bin", Written.cifar(2, new int[]{4, 43}));
        NamedData data = load("cifar100");
        assertEquals(100, data.training().classes());
        assertEquals(42, data.training().label(0));
        assertEquals(43, data.validation().label(0));
        assertEquals(Set.of("cifar100/train.bin", "cifar100/test.bin"), data.digests().keySet());
    }

    @Test
    void aMistakeIsThatOfTheFile() throws IOException {
        put("cifar100", "train.bin", Written.cifar(1, new int[]{3, 42}));
        put("cifar100", "test.bin", new byte[7]);
        String said = assertThrows(IllegalArgumentException.class, () -> load("cifar100")).getMessage();
        assertTrue(said.startsWith(dir.resolve("cifar100").resolve("test.bin") + ", byte 7: "), said);
    }

    @Test
    void partsOfDifferentShapesAreRefused() throws IOException {
        put("mnist", "train-images-idx3-ubyte", Written.idxImages(1, 28, 28, 1));
        put("mnist", "train-labels-idx1-ubyte", Written.idxLabels(1));
        put("mnist", "t10k-images-idx3-ubyte", Written.idxImages(1, 14, 14, 1));
        put("mnist", "t10k-labels-idx1-ubyte", Written.idxLabels(1));
        assertEquals("validation images of mnist are 1 x 14 x 14; training images are 1 x 28 x 28",
                assertThrows(IllegalArgumentException.class, () -> load("mnist")).getMessage());
    }

    @Test
    void anUnknownNameIsRefusedWithTheNamesThereAre() {
        assertEquals("data is \"imagenet\"; it must be one of cifar10, cifar100, digits, fashion-mnist, mnist",
                assertThrows(IllegalArgumentException.class, () -> load("imagenet")).getMessage());
    }

    @Test
    void everyNameLeadsSomewhere() {
        for (String name : DataSets.names()) {
            String said = "";
            try {
                assertEquals(name, load(name).name());
            } catch (IllegalArgumentException e) {
                said = e.getMessage();
            }
            assertTrue(said.isEmpty() || said.startsWith("data set " + name + " was found nowhere"), said);
        }
    }
}
