package org.momo4j.lab.cli;

import picocli.CommandLine.Command;

/** Not written yet. */
@Command(name = "verify", description = "verify")
final class VerifyCommand implements Runnable {
    @Override
    public void run() {
        throw new IllegalArgumentException("verify is not there yet");
    }
}
