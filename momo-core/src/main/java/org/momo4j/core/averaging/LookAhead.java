package org.momo4j.core.averaging;

import org.momo4j.api.method.Averaging;

/**
 * Nesterov's look-ahead: the averages are those of another averaging, and a step goes along β·(averages) + (1 − β)·(new
 * sample), as if the next sample were like this one. Of bias-corrected averages it is NAdam's direction with a constant β
 * (Dozat, ICLR workshop 2016), and up to a factor that of SGD with Nesterov's momentum as Sutskever, Martens, Dahl, Hinton
 * (ICML 2013) write it; ρ_k is then 1 − β^(k+1). Of the averages that start at the first sample ρ_k is 1.
 *
 * @param averages gives (a_k, b_k); does not look ahead itself
 * @param beta     β in [0, 1)
 */
public record LookAhead(Averaging averages, double beta) implements Averaging {
    /** Checks β and the averages. */
    public LookAhead {
        Beta.require(beta);
        if (averages.looksAhead()) {
            throw new IllegalArgumentException(
                    averages + " looks ahead already; averages without look-ahead are needed");
        }
    }

    @Override
    public double a(long k) {
        return averages.a(k);
    }

    @Override
    public double b(long k) {
        return averages.b(k);
    }

    @Override
    public boolean looksAhead() {
        return true;
    }

    @Override
    public double p(long k) {
        return beta;
    }

    @Override
    public double q(long k) {
        return 1 - beta;
    }
}
