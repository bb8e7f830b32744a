package org.momo4j.core.kernel.vector;

import java.util.List;
import org.momo4j.api.method.MetricBlock;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.core.kernel.AdamMetric;
import org.momo4j.core.kernel.DiagonalKernel;
import org.momo4j.core.kernel.InnerProducts;
import org.momo4j.core.kernel.choice.Kernels;

/** All kernels in one form, so that one set of tests holds for all; each plain and fast. */
enum StepKernel {
    /** D = I. */
    EUCLIDEAN {
        @Override
        void sums(boolean fast, StepVectors on, int from, int to, InnerProducts sums) {
            kernels(fast).euclidean().sums(A, on.d(), B, on.g(), on.x(), from, to, sums);
        }

        @Override
        void write(boolean fast, StepVectors on, int from, int to) {
            kernels(fast).euclidean().write(A, on.d(), B, on.g(), on.x(), keep(to), STEP, from, to);
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
            kernels(fast).adam().sums(A, on.d(), B, on.g(), metric(), on.v(), on.x(), from, to, sums);
        }

        @Override
        void write(boolean fast, StepVectors on, int from, int to) {
            kernels(fast).adam().write(A, on.d(), B, on.g(), metric(), on.v(), on.x(), keep(to), STEP, from, to);
        }

        @Override
        double preconditioned(StepVectors written, int i) {
            double d = written.d().get(i);
            double v = written.v().get(i);
            return written.x().type() == ElementType.FLOAT64
                    ? metric().applyInverse(d, v)
                    : metric().applyInverse((float) d, (float) v);
        }
    },
    /** Any metric: v with the signs of the direction stands for what the metric made of it. */
    LINEAR {
        @Override
        void sums(boolean fast, StepVectors on, int from, int to, InnerProducts sums) {
            FlatVector d = direction(fast, on, from, to);
            kernels(fast).linear().sums(on.g(), d, signed(on, d), on.x(), from, to, sums);
        }

        @Override
        void write(boolean fast, StepVectors on, int from, int to) {
            FlatVector p = signed(on, direction(fast, on, from, to));
            kernels(fast).linear().combine(A, on.d(), B, on.g(), on.d(), from, to);
            kernels(fast).linear().move(on.x(), keep(to), STEP, p, from, to);
        }

        private static FlatVector direction(boolean fast, StepVectors on, int from, int to) {
            FlatVector d = on.d().copy();
            kernels(fast).linear().combine(A, on.d(), B, on.g(), d, from, to);
            return d;
        }

        private static FlatVector signed(StepVectors on, FlatVector d) {
            FlatVector p = on.v().copy();
            for (int i = 0; i < p.size(); i++) {
                p.set(i, Math.copySign(p.get(i), d.get(i)));
            }
            return p;
        }

        @Override
        double preconditioned(StepVectors written, int i) {
            return Math.copySign(written.v().get(i), written.d().get(i));
        }
    },
    /** The metric 1 + |g|, with a statistic that it does not use. */
    DIAGONAL {
        @Override
        void sums(boolean fast, StepVectors on, int from, int to, InnerProducts sums) {
            form(fast, on, on.v().copy(), on.v().zerosLike(), from, to, sums);
        }

        @Override
        void write(boolean fast, StepVectors on, int from, int to) {
            FlatVector v = on.v().copy();
            FlatVector p = on.v().zerosLike();
            form(fast, on, v, p, from, to, new InnerProducts());
            on.v().copyFrom(v);
            kernels(fast).linear().combine(A, on.d(), B, on.g(), on.d(), from, to);
            kernels(fast).linear().move(on.x(), keep(to), STEP, p, from, to);
        }

        private static void form(boolean fast, StepVectors on, FlatVector v, FlatVector p, int from, int to,
                InnerProducts sums) {
            DiagonalKernel kernel = kernels(fast).diagonal();
            MetricBlock block = new MetricBlock(1);
            sums.clear();
            for (int at = from; at < to; at += MetricBlock.LENGTH) {
                block.begin(1, 1, Math.min(MetricBlock.LENGTH, to - at));
                kernel.load(A, on.d(), B, on.g(), List.of(on.v()), block, at);
                for (int i = 0; i < block.count(); i++) {
                    double g = Math.abs(block.gradient()[i]);
                    block.statistic(0)[i] = block.statistic(0)[i] / 3 + g;
                    block.diagonal()[i] = 1 + g;
                }
                kernel.sums(block, on.x(), p, at, sums);
                kernel.store(block, List.of(v), at);
            }
        }

        @Override
        double preconditioned(StepVectors written, int i) {
            double d = written.d().get(i);
            double diagonal = 1 + Math.abs(written.g().get(i));
            return written.x().type() == ElementType.FLOAT64 ? d / diagonal : (float) d / (float) diagonal;
        }
    };

    private static final double A = 0.9;
    private static final double B = 0.1;
    private static final double STEP = 0.3;

    abstract void sums(boolean fast, StepVectors on, int from, int to, InnerProducts sums);

    abstract void write(boolean fast, StepVectors on, int from, int to);

    /** (D^-1 d)_i, from d and v as they were written. */
    abstract double preconditioned(StepVectors written, int i);

    private static Kernels kernels(boolean fast) {
        return fast ? Kernels.VECTOR : Kernels.PLAIN;
    }

    /** Much of x, or little. */
    private static double keep(int to) {
        return to % 2 == 0 ? 0.99 : 0.001;
    }

    private static AdamMetric metric() {
        AdamMetric metric = new AdamMetric(0.99, 1e-8);
        metric.correctBy(0.3);
        return metric;
    }
}
