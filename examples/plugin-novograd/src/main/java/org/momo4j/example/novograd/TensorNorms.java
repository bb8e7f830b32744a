package org.momo4j.example.novograd;

import static org.momo4j.api.step.NonFiniteStepException.requireFinite;

import java.util.List;
import org.momo4j.api.method.Preconditioner;
import org.momo4j.api.state.State;
import org.momo4j.api.vector.ElementType;
import org.momo4j.api.vector.FlatVector;
import org.momo4j.api.vector.NamedTensor;
import org.momo4j.api.vector.ParameterLayout;

/** D_k = ε + sqrt(v_k/(1 − β2^k)) on all of a tensor, with v_k = β2 v_{k-1} + (1 − β2) |g_k|². */
final class TensorNorms implements Preconditioner {
    private final List<NamedTensor> tensors;
    private final double beta2;
    private final double epsilon;
    private final FlatVector norms;
    private final FlatVector candidate;
    private final double[] scale;

    TensorNorms(ParameterLayout layout, double beta2, double epsilon) {
        tensors = layout.tensors();
        this.beta2 = beta2;
        this.epsilon = epsilon;
        norms = FlatVector.zeros(ElementType.FLOAT64, tensors.size());
        candidate = norms.zerosLike();
        scale = new double[tensors.size()];
    }

    /** Forms v_k beside v_{k-1}: the step may yet be refused. */
    @Override
    public void observe(long k, double rate, FlatVector gradient, FlatVector direction) {
        double correction = 1 - Math.pow(beta2, k);
        for (int t = 0; t < scale.length; t++) {
            double v = beta2 * norms.get(t) + (1 - beta2) * squaredNorm(tensors.get(t), gradient);
            candidate.set(t, requireFinite(k, "squared norm of the gradient of " + tensors.get(t).name(), v));
            scale[t] = epsilon + Math.sqrt(v / correction);
        }
    }

    private static double squaredNorm(NamedTensor tensor, FlatVector gradient) {
        double sum = 0;
        long end = tensor.offset() + tensor.size();
        for (long i = tensor.offset(); i < end; i++) {
            sum += gradient.get(i) * gradient.get(i);
        }
        return sum;
    }

    @Override
    public FlatVector applyInverse(FlatVector direction, FlatVector out) {
        for (int t = 0; t < scale.length; t++) {
            NamedTensor tensor = tensors.get(t);
            long end = tensor.offset() + tensor.size();
            for (long i = tensor.offset(); i < end; i++) {
                out.set(i, direction.get(i) / scale[t]);
            }
        }
        return out;
    }

    @Override
    public void accept() {
        norms.copyFrom(candidate);
    }

    @Override
    public State state() {
        return State.version(1).with("norms", norms);
    }

    @Override
    public void restore(State state) {
        norms.copyFrom(state.requireVersion(1).vector("norms", norms.type(), norms.size()));
    }
}
