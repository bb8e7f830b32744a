package org.momo4j.core.metric;

import java.util.List;
import org.momo4j.api.method.DiagonalMetric;
import org.momo4j.api.method.MetricBlock;

/** Diagonal metrics as a method author would write them. */
public enum TestMetric implements DiagonalMetric {
    /** v_k = β2 v_{k-1} + (1 − β2) g_k², ε + sqrt(v_k/(1 − β2^k)) (Kingma and Ba, ICLR 2015). */
    ADAM {
        @Override
        public void form(MetricBlock block) {
            double correction = 1 - Math.pow(BETA2, block.k());
            double[] g = block.gradient();
            double[] v = block.statistic(0);
            double[] diagonal = block.diagonal();
            for (int i = 0; i < block.count(); i++) {
                v[i] = BETA2 * v[i] + (1 - BETA2) * g[i] * g[i];
                diagonal[i] = EPSILON + Math.sqrt(v[i] / correction);
            }
        }
    },
    /** v_k = v_{k-1} + g_k², ε + sqrt(v_k) (Duchi, Hazan, Singer, JMLR 2011). */
    ADA_GRAD {
        @Override
        public void form(MetricBlock block) {
            double[] g = block.gradient();
            double[] v = block.statistic(0);
            double[] diagonal = block.diagonal();
            for (int i = 0; i < block.count(); i++) {
                v[i] += g[i] * g[i];
                diagonal[i] = EPSILON + Math.sqrt(v[i]);
            }
        }
    },
    /** Adam's v, of which the root of the largest so far is taken (Reddi, Kale, Kumar, ICLR 2018). */
    AMS_GRAD {
        @Override
        public List<String> statistics() {
            return List.of("v", "largest");
        }

        @Override
        public void form(MetricBlock block) {
            double[] g = block.gradient();
            double[] v = block.statistic(0);
            double[] largest = block.statistic(1);
            double[] diagonal = block.diagonal();
            for (int i = 0; i < block.count(); i++) {
                v[i] = BETA2 * v[i] + (1 - BETA2) * g[i] * g[i];
                largest[i] = Math.max(largest[i], v[i]);
                diagonal[i] = EPSILON + Math.sqrt(largest[i]);
            }
        }
    },
    /** In the manner of AdaBelief, s_k = β2 s_{k-1} + (1 − β2)(g_k − d_k)², and a metric that knows rate and step. */
    BELIEF {
        @Override
        public List<String> statistics() {
            return List.of("s");
        }

        @Override
        public void form(MetricBlock block) {
            double[] g = block.gradient();
            double[] d = block.direction();
            double[] s = block.statistic(0);
            double[] diagonal = block.diagonal();
            for (int i = 0; i < block.count(); i++) {
                s[i] = BETA2 * s[i] + (1 - BETA2) * (g[i] - d[i]) * (g[i] - d[i]);
                diagonal[i] = 1 + block.rate() / block.k() + Math.sqrt(s[i]);
            }
        }
    };

    /** β2. */
    public static final double BETA2 = 0.99;
    /** ε. */
    public static final double EPSILON = 1e-8;
}
