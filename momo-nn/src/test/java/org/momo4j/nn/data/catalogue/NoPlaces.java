package org.momo4j.nn.data.catalogue;

import java.util.List;
import java.util.Optional;

/** Where nothing can be found. */
final class NoPlaces {
    static final DataPlaces AT_ALL = new DataPlaces(Optional.empty(), List.of());

    private NoPlaces() {}
}
