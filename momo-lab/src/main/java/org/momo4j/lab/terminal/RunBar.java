package org.momo4j.lab.terminal;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.momo4j.convex.verify.Progress;

/** A bar that counts what is done, on a terminal; silent where nobody watches. */
public final class RunBar implements Progress, AutoCloseable {
    private static final int UPDATE_MILLISECONDS = 200;

    private final Optional<ProgressBar> bar;

    private RunBar(Optional<ProgressBar> bar) {
        this.bar = bar;
    }

    /** A bar for this terminal; {@code what} is what it counts, say {@code runs}. */
    public static RunBar on(Terminal terminal, String what) {
        if (!terminal.interactive()) {
            return new RunBar(Optional.empty());
        }
        return new RunBar(Optional.of(new ProgressBarBuilder().setTaskName(what).setInitialMax(0)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK).setUpdateIntervalMillis(UPDATE_MILLISECONDS)
                .clearDisplayOnFinish()
                .setConsumer(new ConsoleProgressBarConsumer(terminal.progressBar())).build()));
    }

    @Override
    public void total(int runs) {
        bar.ifPresent(b -> b.maxHint(runs));
    }

    @Override
    public void done() {
        bar.ifPresent(ProgressBar::step);
    }

    /** Shows a text behind the bar. */
    public void saying(String text) {
        bar.ifPresent(b -> b.setExtraMessage(text));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
