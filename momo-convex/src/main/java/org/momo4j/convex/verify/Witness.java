package org.momo4j.convex.verify;

import org.momo4j.api.method.Averaging;
import org.momo4j.api.step.StepReport;
import org.momo4j.api.theory.PathStep;
import org.momo4j.api.theory.Trial;
import org.momo4j.api.vector.FlatVector;

/**
 * Watches one run with its own eyes: keeps the averages of MATH.md section 2 itself, in double, from the losses,
 * gradients and iterates that it sees, and bounds their rounding errors as it goes (running error analysis: every new
 * error is at most the unit roundoff times the magnitude of the terms, and old errors shrink with the averages).
 */
final class Witness implements PathStep {
    /** Unit roundoff of double. */
    private static final double U = 0x1p-53;
    /** The noise guard of MATH.md section 6 may make a step zero when e_k is below this many U times its terms. */
    private static final double GUARD = 16;

    /** Products below the smallest normal number lose digits, whatever their terms. */
    private static final double UNDERFLOW = Double.MIN_NORMAL;

    private final Averaging averaging;
    private final double bound;
    private final double[] minimiser;
    private final double[] before;
    private final double[] after;
    private final double[] gradient;
    private final double[] d;
    private final double[] used;
    private final int n;

    private long k;
    private double loss;
    private double a;
    private double b;
    private double p;
    private double q;
    private double rhoAverage;
    private double rho;
    private double lossAverage;
    private double gamma;
    private double e;
    private double directionNormSquared;
    private double stepSize;
    private double stepResidual;
    private double distanceSquaredBefore;
    private double distanceSquaredAfter;
    private double sumError;
    private double directionError;
    private double usedError;
    private double gradientNorms;
    private double noise;
    private double distanceNoise;
    private double parameterNorm;

    Witness(Trial trial) {
        averaging = trial.averaging();
        bound = trial.lowerBound();
        minimiser = trial.problem().minimiser();
        n = minimiser.length;
        before = new double[n];
        after = new double[n];
        gradient = new double[n];
        d = new double[n];
        used = new double[n];
    }

    /** Sees x_k, f_k and g_k, before the step. */
    void before(FlatVector params, double sampleLoss, FlatVector sampleGradient) {
        k++;
        params.copyTo(before);
        distanceSquaredBefore = k == 1 ? distanceSquared(before) : distanceSquaredAfter;
        sampleGradient.copyTo(gradient);
        loss = sampleLoss;
        a = averaging.a(k);
        b = averaging.b(k);
        p = averaging.looksAhead() ? averaging.p(k) : 1;
        q = averaging.looksAhead() ? averaging.q(k) : 0;
        average();
    }

    private double distanceSquared(double[] x) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (x[i] - minimiser[i]) * (x[i] - minimiser[i]);
        }
        return sum;
    }

    /** Section 2: the averages, and the model that the step uses, p·(averages) + q·(new sample). */
    private void average() {
        double gx = 0;
        double absoluteGx = 0;
        double dx = 0;
        double absoluteDx = 0;
        double dd = 0;
        double xx = 0;
        double gg = 0;
        for (int i = 0; i < n; i++) {
            double x = before[i];
            double g = gradient[i];
            d[i] = a * d[i] + b * g;
            double di = p * d[i] + q * g;
            used[i] = di;
            double product = g * x;
            gx += product;
            absoluteGx += Math.abs(product);
            product = di * x;
            dx += product;
            absoluteDx += Math.abs(product);
            dd += di * di;
            xx += x * x;
            gg += g * g;
        }
        double guarded = Math.abs(lossAverage) + Math.abs(gamma) + absoluteDx + rhoAverage * Math.abs(bound);
        lossAverage = a * lossAverage + b * loss;
        gamma = a * gamma + b * gx;
        rhoAverage = a * rhoAverage + b;
        rho = p * rhoAverage + q;
        e = p * lossAverage + q * loss - (p * gamma + q * gx) + dx - rho * bound;
        directionNormSquared = dd;
        parameterNorm = Math.sqrt(xx);

        // errors of the sums, kept from step to step as the averages keep them; a guarded step leaves up to GUARD behind
        double sample = Math.abs(loss) + absoluteGx;
        double averages = Math.abs(lossAverage) + Math.abs(gamma);
        sumError = a * (sumError + GUARD * U * guarded) + U * ((n + 4) * b * sample + 4 * (averages + absoluteDx));
        noise = UNDERFLOW + p * sumError + U * ((n + 4 + GUARD) * absoluteDx + GUARD * p * averages
                + (n + 4 + GUARD) * q * sample + (4 + GUARD) * rho * Math.abs(bound));
        gradientNorms = a * gradientNorms + b * Math.sqrt(gg);
        directionError = a * directionError + 3 * U * gradientNorms;
        usedError = p * (directionError + U * gradientNorms) + 3 * U * q * Math.sqrt(gg);
    }

    /** Sees x_{k+1} and what the optimizer says of its step. */
    void after(FlatVector params, StepReport report) {
        params.copyTo(after);
        stepSize = report.stepSize();
        double distance = 0;
        double residual = 0;
        for (int i = 0; i < n; i++) {
            double x = after[i];
            double off = x - (before[i] - stepSize * used[i]);
            residual += off * off;
            double delta = x - minimiser[i];
            distance += delta * delta;
        }
        distanceSquaredAfter = distance;
        double allowed = 4 * U * parameterNorm + stepSize * (2 * usedError + 4 * U * (p + q) * gradientNorms);
        stepResidual = residual == 0 ? 0 : Math.sqrt(residual) / allowed;

        // every coordinate of x_{k+1} is rounded, and so are the squares and their sum
        double norm = Math.sqrt(distanceSquaredBefore);
        distanceNoise = 2 * allowed * (norm + allowed) + (n + 8) * U * (distanceSquaredBefore + distance);
    }

    @Override
    public long k() {
        return k;
    }

    @Override
    public double loss() {
        return loss;
    }

    @Override
    public double a() {
        return a;
    }

    @Override
    public double b() {
        return p * b + q;
    }

    @Override
    public double rho() {
        return rho;
    }

    @Override
    public double e() {
        return e;
    }

    @Override
    public double directionNormSquared() {
        return directionNormSquared;
    }

    @Override
    public double stepSize() {
        return stepSize;
    }

    @Override
    public double stepResidual() {
        return stepResidual;
    }

    @Override
    public double distanceSquaredBefore() {
        return distanceSquaredBefore;
    }

    @Override
    public double distanceSquaredAfter() {
        return distanceSquaredAfter;
    }

    @Override
    public double noise() {
        return noise;
    }

    @Override
    public double distanceNoise() {
        return distanceNoise;
    }
}
