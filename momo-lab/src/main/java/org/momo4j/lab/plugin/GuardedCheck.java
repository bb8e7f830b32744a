package org.momo4j.lab.plugin;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import org.momo4j.api.theory.Check;
import org.momo4j.api.theory.PathCheck;
import org.momo4j.api.theory.PathStep;
import org.momo4j.api.theory.RateCheck;
import org.momo4j.api.theory.Trial;

/** A statement of a plugin: where it throws it counts as violated, which is said once, and all other statements are verified. */
final class GuardedCheck {
    private final Check check;
    private final PluginListener listener;
    private final AtomicBoolean broken = new AtomicBoolean();

    private GuardedCheck(Check check, PluginListener listener) {
        this.check = check;
        this.listener = listener;
    }

    /** The statement, guarded if it comes from a plugin. */
    static Check of(Check check, PluginListener listener) {
        if (!(check.getClass().getClassLoader() instanceof PluginClassLoader)) {
            return check;
        }
        GuardedCheck guard = new GuardedCheck(check, listener);
        return switch (check) {
            case PathCheck paths -> guard.new Paths(paths);
            case RateCheck rates -> guard.new Rates(rates);
        };
    }

    /** NaN, which counts as violated, once something was thrown. */
    private double valueOf(DoubleSupplier value) {
        if (!broken.get()) {
            try {
                return value.getAsDouble();
            } catch (RuntimeException | Error e) {
                breaks(e);
            }
        }
        return Double.NaN;
    }

    private void breaks(Throwable e) {
        if (broken.compareAndSet(false, true)) {
            listener.leftOut("check " + check.name() + " counts as violated: it threw " + e
                    + Blame.of(e).map(plugin -> " in " + plugin).orElse(""));
        }
    }

    private boolean appliesTo(Trial trial) {
        if (!broken.get()) {
            try {
                return check.appliesTo(trial);
            } catch (RuntimeException | Error e) {
                breaks(e);
            }
        }
        return true;
    }

    /** A statement about every run. */
    private final class Paths implements PathCheck {
        private final PathCheck paths;

        Paths(PathCheck paths) {
            this.paths = paths;
        }

        @Override
        public String name() {
            return paths.name();
        }

        @Override
        public String statement() {
            return paths.statement();
        }

        @Override
        public boolean appliesTo(Trial trial) {
            return GuardedCheck.this.appliesTo(trial);
        }

        @Override
        public Watch watch(Trial trial) {
            try {
                return new GuardedWatch(paths.watch(trial));
            } catch (RuntimeException | Error e) {
                breaks(e);
                return new GuardedWatch(new Nothing());
            }
        }
    }

    /** In the place of a watch that could not be made. */
    private static final class Nothing implements PathCheck.Watch {
        @Override
        public void step(PathStep step) {}

        @Override
        public double excess() {
            return Double.NaN;
        }
    }

    /** Watches until something is thrown. */
    private final class GuardedWatch implements PathCheck.Watch {
        private final PathCheck.Watch watch;

        GuardedWatch(PathCheck.Watch watch) {
            this.watch = watch;
        }

        @Override
        public void step(PathStep step) {
            valueOf(() -> {
                watch.step(step);
                return 0;
            });
        }

        @Override
        public void refused() {
            valueOf(() -> {
                watch.refused();
                return 0;
            });
        }

        @Override
        public double excess() {
            return valueOf(watch::excess);
        }
    }

    /** A statement about means over runs. */
    private final class Rates implements RateCheck {
        private final RateCheck rates;

        Rates(RateCheck rates) {
            this.rates = rates;
        }

        @Override
        public String name() {
            return rates.name();
        }

        @Override
        public String statement() {
            return rates.statement();
        }

        @Override
        public boolean appliesTo(Trial trial) {
            return GuardedCheck.this.appliesTo(trial);
        }

        @Override
        public double bound(Trial trial, long steps) {
            return valueOf(() -> rates.bound(trial, steps));
        }
    }
}
