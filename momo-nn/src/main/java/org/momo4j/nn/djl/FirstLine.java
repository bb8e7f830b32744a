package org.momo4j.nn.djl;

import java.util.Optional;

/** What PyTorch says of a mistake: one line, followed by addresses of its own code. */
final class FirstLine {
    private FirstLine() {}

    static String of(Throwable thrown) {
        return Optional.ofNullable(thrown.getMessage()).flatMap(m -> m.lines().findFirst())
                .orElse(thrown.getClass().getSimpleName());
    }
}
