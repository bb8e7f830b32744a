package org.momo4j.nn.djl;

/** What PyTorch says of a mistake: one line, followed by addresses of its own code. */
final class FirstLine {
    private FirstLine() {}

    static String of(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).lines().findFirst().orElse(thrown.getClass().getSimpleName());
    }
}
