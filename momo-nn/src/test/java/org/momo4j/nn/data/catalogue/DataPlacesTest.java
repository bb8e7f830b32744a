package org.momo4j.nn.data.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataPlacesTest {
    @TempDir
    Path dir;
    private Path given;
    private Path home;
    private Path system;

    @BeforeEach
    void places() throws IOException {
        given = Files.createDirectory(dir.resolve("given"));
        home = dir.resolve("home"); // need not exist
        system = dir.resolve("system");
    }

    private static Path put(Path folder, Wanted wanted, String ending) throws IOException {
        Files.createDirectories(folder);
        for (String file : wanted.files()) {
            Files.createFile(folder.resolve(file + ending));
        }
        return folder;
    }

    private List<Path> find(Wanted wanted) {
        return new DataPlaces(Optional.of(given), List.of(home, system)).find(wanted);
    }

    private String refused(Wanted wanted) {
        return assertThrows(IllegalArgumentException.class, () -> find(wanted)).getMessage();
    }

    @Test
    void theGivenPlaceComesFirstAndThePackagesLast() throws IOException {
        Path last = put(system.resolve("fashion-mnist"), Wanted.FASHION_MNIST, ".gz");
        assertEquals(last.resolve("train-images-idx3-ubyte.gz"), find(Wanted.FASHION_MNIST).getFirst());
        Path second = put(home.resolve("fashion-mnist"), Wanted.FASHION_MNIST, ".gz");
        assertEquals(second.resolve("t10k-labels-idx1-ubyte.gz"), find(Wanted.FASHION_MNIST).getLast());
        Path first = put(given.resolve("fashion-mnist"), Wanted.FASHION_MNIST, "");
        assertEquals(Wanted.FASHION_MNIST.files().stream().map(first::resolve).toList(), find(Wanted.FASHION_MNIST));
    }

    @Test
    void anUnpackedArchiveIsAsGoodAsAFolderOfTheName() throws IOException {
        Path folder = put(home.resolve("cifar-100-binary"), Wanted.CIFAR100, "");
        assertEquals(List.of(folder.resolve("train.bin"), folder.resolve("test.bin")), find(Wanted.CIFAR100));
    }

    @Test
    void aPlainFileGoesBeforeAPackedOne() throws IOException {
        put(given.resolve("cifar100"), Wanted.CIFAR100, ".gz");
        Path plain = Files.createFile(given.resolve("cifar100").resolve("test.bin"));
        assertEquals(List.of(given.resolve("cifar100").resolve("train.bin.gz"), plain), find(Wanted.CIFAR100));
    }

    @Test
    void filesMayLieInTheGivenPlaceItselfButNotInTheUsualOnes() throws IOException {
        put(home, Wanted.MNIST, "");
        refused(Wanted.MNIST);
        put(given, Wanted.MNIST, "");
        assertEquals(given.resolve("train-images-idx3-ubyte"), find(Wanted.MNIST).getFirst());
    }

    @Test
    void fashionIsNotTakenForDigits() throws IOException {
        given = put(dir.resolve("fashion-mnist"), Wanted.FASHION_MNIST, ".gz");
        assertEquals(given.resolve("train-images-idx3-ubyte.gz"), find(Wanted.FASHION_MNIST).getFirst());
        refused(Wanted.MNIST);
    }

    @Test
    void whatIsMissingIsSaidWithTheWayToGetIt() {
        assertEquals("data set fashion-mnist was found nowhere: looked for train-images-idx3-ubyte and "
                + "train-images-idx3-ubyte.gz in " + given.resolve("fashion-mnist") + ", " + given + ", "
                + home.resolve("fashion-mnist") + ", " + system.resolve("fashion-mnist") + "; its 4 files come with "
                + "Debian's package dataset-fashion-mnist, or from https://github.com/zalandoresearch/fashion-mnist; put "
                + "them into one of these folders, or name theirs with --data-dir", refused(Wanted.FASHION_MNIST));
    }

    @Test
    void halfADataSetIsNotPassedOver() throws IOException {
        put(system.resolve("cifar100"), Wanted.CIFAR100, "");
        Path half = put(home.resolve("cifar100"), Wanted.CIFAR100, "");
        Files.delete(half.resolve("test.bin"));
        assertEquals(
                half + " has only 1 of the 2 files of cifar100; test.bin (or with .gz) must be there too; they come "
                        + "from https://www.cs.toronto.edu/~kriz/cifar.html (binary version)",
                refused(Wanted.CIFAR100));
    }

    @Test
    void theGivenPlaceMustBeADirectory() {
        Path missing = dir.resolve("missing");
        assertEquals("data directory is \"" + missing + "\"; it must be a directory that exists",
                assertThrows(IllegalArgumentException.class, () -> DataPlaces.standard(Optional.of(missing)))
                        .getMessage());
    }

    @Test
    void theUsualPlacesAreTheUsersAndThePackages() {
        assertEquals(List.of(Path.of(System.getProperty("user.home")).resolve(".momo/data"),
                Path.of("/usr/share/datasets")), DataPlaces.standard(Optional.empty()).usual());
    }
}
