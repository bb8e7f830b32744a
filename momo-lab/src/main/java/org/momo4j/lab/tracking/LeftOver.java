package org.momo4j.lab.tracking;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.momo4j.tracking.mlflow.Delivered;

/** What to do about what a server has not taken. */
public final class LeftOver {
    private LeftOver() {}

    /** A sentence, if something is left. */
    public static Optional<String> sentence(Delivered delivered, Path folder, URI server) {
        return delivered.waiting() == 0
                ? Optional.empty()
                : Optional.of(delivered.waiting() + " bytes of journals are not on " + server + " yet"
                        + delivered.trouble().map(trouble -> " (" + trouble + ")").orElse("") + "; momo sync "
                        + folder + " --to " + server + " sends them");
    }
}
