package org.momo4j.nn.data.catalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.momo4j.nn.data.Examples;
import org.momo4j.nn.data.NamedData;
import org.momo4j.nn.data.Normalisation;
import org.momo4j.nn.data.format.CifarReader;
import org.momo4j.nn.data.format.DataFile;
import org.momo4j.nn.data.format.IdxReader;

/**
 * Data sets by name. Each call reads anew; who needs one several times keeps it.
 *
 * @param places where files are looked for; the digits need none
 */
public record DataSets(DataPlaces places) {
    private static final int MNIST_CLASSES = 10;

    /** What can be loaded, in alphabetical order. */
    public static List<String> names() {
        return List.of("cifar10", "cifar100", Digits.NAME, "fashion-mnist", "mnist");
    }

    /**
     * Reads a data set.
     *
     * @throws IllegalArgumentException      if there is none of this name, its files are not found, or something in them is
     *                                       wrong
     * @throws java.io.UncheckedIOException if reading fails for another reason
     */
    public NamedData load(String name) {
        return switch (name) {
            case "cifar10" -> cifar(Wanted.CIFAR10, CifarReader.CIFAR10);
            case "cifar100" -> cifar(Wanted.CIFAR100, CifarReader.CIFAR100);
            case Digits.NAME -> Digits.load();
            case "fashion-mnist" -> idx(Wanted.FASHION_MNIST, Normalisation.FASHION_MNIST);
            case "mnist" -> idx(Wanted.MNIST, Normalisation.MNIST);
            default -> throw unknown(name);
        };
    }

    /**
     * Checks that the files of a data set are there, and reads none.
     *
     * @throws IllegalArgumentException if there is none of this name, or a file is not found
     */
    public void require(String name) {
        if (!names().contains(name)) {
            throw unknown(name);
        }
        Wanted.ALL.stream().filter(wanted -> wanted.name().equals(name)).forEach(places::find); // none of the shipped
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("data is \"" + name + "\"; it must be one of "
                + String.join(", ", names()));
    }

    private NamedData idx(Wanted wanted, Normalisation normalisation) {
        List<DataFile> files = measured(wanted);
        IdxReader reader = new IdxReader(MNIST_CLASSES, normalisation);
        return named(wanted, files, reader.read(training(wanted), files.get(0), files.get(1)),
                reader.read(validation(wanted), files.get(2), files.get(3)));
    }

    private NamedData cifar(Wanted wanted, CifarReader reader) {
        List<DataFile> files = measured(wanted);
        int last = files.size() - 1;
        return named(wanted, files, reader.read(training(wanted), files.subList(0, last)),
                reader.read(validation(wanted), files.subList(last, files.size())));
    }

    private List<DataFile> measured(Wanted wanted) {
        return places.find(wanted).stream().map(DataFile::of).toList();
    }

    private static String training(Wanted wanted) {
        return wanted.name() + ", training";
    }

    private static String validation(Wanted wanted) {
        return wanted.name() + ", validation";
    }

    private static NamedData named(Wanted wanted, List<DataFile> files, Examples training, Examples validation) {
        Map<String, String> digests = new TreeMap<>();
        for (DataFile file : files) {
            // the folder differs from machine to machine, the digest says the rest
            digests.put(wanted.name() + "/" + Path.of(file.name()).getFileName(), file.sha256());
        }
        return new NamedData(wanted.name(), training, validation, digests);
    }
}
