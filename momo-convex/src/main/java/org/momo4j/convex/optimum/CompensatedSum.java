package org.momo4j.convex.optimum;

/** A sum whose rounding error does not grow with the number of terms (Neumaier 1974). */
final class CompensatedSum {
    private double sum;
    private double lost;

    void add(double term) {
        double next = sum + term;
        lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }

    /** Adds x · y, exact until it is rounded with the rest. */
    void addProduct(double x, double y) {
        double product = x * y;
        add(product);
        lost += Math.fma(x, y, -product);
    }

    double value() {
        return sum + lost;
    }
}
