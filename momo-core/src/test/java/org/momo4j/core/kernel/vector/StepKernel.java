package org.momo4j.core.kernel.vector;

import org.momo4j.api.vector.ElementType;
import org.momo4j.core.kernel.AdamMetric;
import org.momo4j.core.kernel.EuclideanKernel;
import org.momo4j.core.kernel.AdamKernel;
import org.momo4j.core.kernel.InnerProducts;
import org.momo4j.core.kernel.choice.Kernels;

/** Both kernels in one form, so that one set of tests holds for both; each plain and fast. */
enum StepKernel {
    /** D = I. */
    EUCLIDEAN {
        @Override
        void sums(boolean fast, StepVectors on, int from, int to, InnerProducts sums) {
            euclidean(fast).sums(A, on.d(), B, on.g(), on.x(), from, to, sums);
        }

        @Override
        void write(boolean fast, StepVectors on, int from, int to) {
            euclidean(fast).write(A, on.d(), B, on.g(), on.x(), KEEP, STEP, from, to);
        }

        @Override
        double preconditioned(StepVectors written, int i) {
            return written.d().get(i);
        }
    },
    /** Adam's metric. */
    ADAM {
        @Override
        void sums(boolean fast, StepVectors on, int from, int to, InnerProducts sums) {
            adam(fast).sums(A, on.d(), B, on.g(), metric(), on.v(), on.x(), from, to, sums);
        }

        @Override
        void write(boolean fast, StepVectors on, int from, int to) {
            adam(fast).write(A, on.d(), B, on.g(), metric(), on.v(), on.x(), KEEP, STEP, from, to);
        }

        @Override
        double preconditioned(StepVectors written, int i) {
            double d = written.d().get(i);
            double v = written.v().get(i);
            return written.x().type() == ElementType.FLOAT64
                    ? metric().applyInverse(d, v)
                    : metric().applyInverse((float) d, (float) v);
        }
    };

    private static final double A = 0.9;
    private static final double B = 0.1;
    private static final double KEEP = 0.99;
    private static final double STEP = 0.3;

    abstract void sums(boolean fast, StepVectors on, int from, int to, InnerProducts sums);

    abstract void write(boolean fast, StepVectors on, int from, int to);

    /** (D^-1 d)_i, from d and v as they were written. */
    abstract double preconditioned(StepVectors written, int i);

    private static EuclideanKernel euclidean(boolean fast) {
        return (fast ? Kernels.VECTOR : Kernels.PLAIN).euclidean();
    }

    private static AdamKernel adam(boolean fast) {
        return (fast ? Kernels.VECTOR : Kernels.PLAIN).adam();
    }

    private static AdamMetric metric() {
        AdamMetric metric = new AdamMetric(0.99, 1e-8);
        metric.correctBy(0.3);
        return metric;
    }
}
