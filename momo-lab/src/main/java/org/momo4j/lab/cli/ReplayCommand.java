package org.momo4j.lab.cli;

import picocli.CommandLine.Command;

/** Not written yet. */
@Command(name = "replay", description = "replay")
final class ReplayCommand implements Runnable {
    @Override
    public void run() {
        throw new IllegalArgumentException("replay is not there yet");
    }
}
