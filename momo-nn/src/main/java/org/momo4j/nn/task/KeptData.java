package org.momo4j.nn.task;

import java.nio.file.Path;
import java.util.Optional;
import org.momo4j.nn.data.NamedData;
import org.momo4j.nn.data.catalogue.DataPlaces;
import org.momo4j.nn.data.catalogue.DataSets;

/**
 * A data set that is read when first asked for, and kept: examples never change, so that all runs and threads share them. It belongs
 * to its provider, of which a program has one. Asked for under another directory, it is read again.
 */
final class KeptData {
    private record Kept(Optional<Path> directory, NamedData data) {}

    private final String name;
    private Optional<Kept> kept = Optional.empty();

    KeptData(String name) {
        this.name = name;
    }

    /** Workers that ask while one of them reads wait for it. */
    synchronized NamedData get(Optional<Path> directory) {
        Kept found = kept.filter(k -> k.directory().equals(directory)).orElseGet(
                () -> new Kept(directory, new DataSets(DataPlaces.standard(directory)).load(name)));
        kept = Optional.of(found);
        return found.data();
    }
}
