package org.momo4j.lab.cli;

import java.util.function.Consumer;
import org.momo4j.lab.report.Counted;
import org.momo4j.lab.terminal.RunBar;
import org.momo4j.lab.terminal.Terminal;
import org.momo4j.tracking.mlflow.Delivered;

/** Tells a person what a server has taken so far. */
final class DeliveryProgress implements Consumer<Delivered>, AutoCloseable {
    private final RunBar bar;

    DeliveryProgress(Terminal terminal) {
        bar = RunBar.on(terminal, "sync");
    }

    @Override
    public void accept(Delivered delivered) {
        bar.saying(spell(delivered) + (delivered.waiting() > 0 ? ", " + delivered.waiting() / 1024 + " KiB wait" : "")
                + delivered.trouble().map(trouble -> "; " + trouble).orElse(""));
    }

    /** What was delivered. */
    static String spell(Delivered delivered) {
        return Counted.of(delivered.runs(), "run") + ", " + Counted.of(delivered.values(), "value") + " delivered"
                + (delivered.refused() > 0 ? ", " + delivered.refused() + " refused" : "");
    }

    @Override
    public void close() {
        bar.close();
    }
}
