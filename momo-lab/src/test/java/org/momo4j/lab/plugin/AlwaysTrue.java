package org.momo4j.lab.plugin;

import org.momo4j.api.theory.RateCheck;
import org.momo4j.api.theory.Trial;

/** A statement that cannot fail; it is installed by a {@link PluginJar} only. */
public final class AlwaysTrue implements RateCheck {
    @Override
    public String name() {
        return "always-true";
    }

    @Override
    public String statement() {
        return "E[f(x_k)-f*] <= inf";
    }

    @Override
    public boolean appliesTo(Trial trial) {
        return true;
    }

    @Override
    public double bound(Trial trial, long steps) {
        return Double.POSITIVE_INFINITY;
    }
}
