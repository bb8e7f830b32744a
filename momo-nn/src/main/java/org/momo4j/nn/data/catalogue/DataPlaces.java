package org.momo4j.nn.data.catalogue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where files of data are looked for: under each place a folder with the name of the data set ({@code fashion-mnist}), or
 * the one that comes out of its archive ({@code cifar-10-batches-bin}). The first folder that has one of the files must
 * have all of them: half a data set that is passed over silently would be a surprise.
 *
 * @param given what the user named; the files may also lie in it directly, unless it is called like another data set:
 *              MNIST and Fashion-MNIST have files of the same names
 * @param usual looked at afterwards, in this order; they need not exist
 */
public record DataPlaces(Optional<Path> given, List<Path> usual) {
    /** Checks that the given place is a directory. */
    public DataPlaces {
        usual = List.copyOf(usual);
        if (given.isPresent() && !Files.isDirectory(given.get())) {
            throw new IllegalArgumentException("data directory is \"" + given.get()
                    + "\"; it must be a directory that exists");
        }
    }

    /**
     * The given place, {@code ~/.momo/data}, and where Debian's packages put data.
     *
     * @throws IllegalArgumentException if the given place is not a directory
     */
    public static DataPlaces standard(Optional<Path> given) {
        return new DataPlaces(given, List.of(Path.of(System.getProperty("user.home"), ".momo", "data"),
                Path.of("/usr/share/datasets")));
    }

    /** The files of a data set, in its order. */
    List<Path> find(Wanted wanted) {
        List<Path> folders = folders(wanted);
        for (Path folder : folders) {
            List<Path> found = wanted.files().stream().flatMap(file -> in(folder, file).stream()).toList();
            if (found.size() == wanted.files().size()) {
                return found;
            }
            if (!found.isEmpty()) {
                throw new IllegalArgumentException(folder + " has only " + found.size() + " of the "
                        + wanted.files().size() + " files of " + wanted.name() + "; " + missing(wanted, folder)
                        + " (or with .gz) must be there too; they come " + wanted.source());
            }
        }
        throw new IllegalArgumentException("data set " + wanted.name() + " was found nowhere: looked for "
                + wanted.files().getFirst() + " and " + wanted.files().getFirst() + ".gz in "
                + folders.stream().map(Path::toString).collect(Collectors.joining(", ")) + "; its "
                + wanted.files().size() + " files come " + wanted.source()
                + "; put them into one of these folders, or name theirs with --data-dir");
    }

    private List<Path> folders(Wanted wanted) {
        Set<Path> folders = new LinkedHashSet<>();
        for (Path place : Stream.concat(given.stream(), usual.stream()).toList()) {
            folders.add(place.resolve(wanted.name()));
            folders.add(place.resolve(wanted.unpacked()));
            if (given.filter(place::equals).isPresent() && mayHold(place, wanted)) {
                folders.add(place);
            }
        }
        return new ArrayList<>(folders);
    }

    private static boolean mayHold(Path place, Wanted wanted) {
        Path name = place.toAbsolutePath().normalize().getFileName();
        return name == null || !wanted.isOfAnother(name.toString());
    }

    private static Optional<Path> in(Path folder, String file) {
        return Stream.of(file, file + ".gz").map(folder::resolve).filter(Files::exists).findFirst();
    }

    private static String missing(Wanted wanted, Path folder) {
        return wanted.files().stream().filter(file -> in(folder, file).isEmpty()).collect(Collectors.joining(", "));
    }
}
