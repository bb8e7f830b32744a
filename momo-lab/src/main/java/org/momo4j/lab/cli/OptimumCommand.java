package org.momo4j.lab.cli;

import picocli.CommandLine.Command;

/** Not written yet. */
@Command(name = "optimum", description = "optimum")
final class OptimumCommand implements Runnable {
    @Override
    public void run() {
        throw new IllegalArgumentException("optimum is not there yet");
    }
}
