package org.momo4j.api.step;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one step did. NaN means that a quantity has no meaning for the method. Fields can be added without breaking
 * plugins, since reports are built by a {@link Builder}.
 */
public final class StepReport {
    private final long k;
    private final double loss;
    private final double learningRate;
    private final double stepSize;
    private final double adaptiveTerm;
    private final double cap;
    private final Acted acted;
    private final double rho;
    private final double lowerBound;
    private final double modelValue;
    private final double directionNorm;
    private final double lossAverage;
    private final double gamma;
    private final double directionDotParams;
    private final Map<String, Double> extras;

    private StepReport(Builder builder) {
        k = builder.k;
        loss = builder.loss;
        learningRate = builder.learningRate;
        stepSize = builder.stepSize;
        adaptiveTerm = builder.adaptiveTerm;
        cap = builder.cap;
        acted = builder.acted;
        rho = builder.rho;
        lowerBound = builder.lowerBound;
        modelValue = builder.modelValue;
        directionNorm = builder.directionNorm;
        lossAverage = builder.lossAverage;
        gamma = builder.gamma;
        directionDotParams = builder.directionDotParams;
        extras = builder.extras.isEmpty() ? Map.of() : Map.copyOf(builder.extras);
    }

    /** The number of the step, from 1. */
    public long k() {
        return k;
    }

    /** f_k, the loss the step was given. */
    public double loss() {
        return loss;
    }

    /** α_k, the user's learning rate at this step. */
    public double learningRate() {
        return learningRate;
    }

    /** τ_k, the step size really taken: the parameters moved by −τ_k D_k^-1 d_k before any decay. */
    public double stepSize() {
        return stepSize;
    }

    /** t_k, the adaptive (Polyak-type) term. */
    public double adaptiveTerm() {
        return adaptiveTerm;
    }

    /** α_k/ρ_k, the largest step size allowed. */
    public double cap() {
        return cap;
    }

    /** What decided the step size. */
    public Acted acted() {
        return acted;
    }

    /** ρ_k, the sum of the averaging weights. */
    public double rho() {
        return rho;
    }

    /** The lower bound that was used at this step. */
    public double lowerBound() {
        return lowerBound;
    }

    /** m_k(x_k) = h_k/ρ_k, the value of the averaged linear model at the parameters before the step. */
    public double modelValue() {
        return modelValue;
    }

    /** |d_k| in the norm dual to the metric: the root of Σ_i c_i |d_i|² in D_i^-1. */
    public double directionNorm() {
        return directionNorm;
    }

    /** f̄_k, the averaged loss. */
    public double lossAverage() {
        return lossAverage;
    }

    /** γ_k, the averaged inner product of gradients and parameters. */
    public double gamma() {
        return gamma;
    }

    /** ⟨d_k, x_k⟩, parameters before the step. */
    public double directionDotParams() {
        return directionDotParams;
    }

    /** Quantities that only this method knows, by name. */
    public Map<String, Double> extras() {
        return extras;
    }

    @Override
    public String toString() {
        return "step " + k + ": loss " + loss + ", step size " + stepSize + " (" + acted + ")";
    }

    /** Collects the fields of a report. A builder can be reused: every field keeps its value until it is set again. */
    public static final class Builder {
        private long k;
        private double loss = Double.NaN;
        private double learningRate = Double.NaN;
        private double stepSize = Double.NaN;
        private double adaptiveTerm = Double.NaN;
        private double cap = Double.NaN;
        private Acted acted = Acted.LEARNING_RATE;
        private double rho = Double.NaN;
        private double lowerBound = Double.NaN;
        private double modelValue = Double.NaN;
        private double directionNorm = Double.NaN;
        private double lossAverage = Double.NaN;
        private double gamma = Double.NaN;
        private double directionDotParams = Double.NaN;
        private final Map<String, Double> extras = new LinkedHashMap<>();

        /** Sets the number of the step. */
        public Builder k(long value) {
            k = value;
            return this;
        }

        /** Sets f_k. */
        public Builder loss(double value) {
            loss = value;
            return this;
        }

        /** Sets α_k. */
        public Builder learningRate(double value) {
            learningRate = value;
            return this;
        }

        /** Sets τ_k. */
        public Builder stepSize(double value) {
            stepSize = value;
            return this;
        }

        /** Sets t_k. */
        public Builder adaptiveTerm(double value) {
            adaptiveTerm = value;
            return this;
        }

        /** Sets α_k/ρ_k. */
        public Builder cap(double value) {
            cap = value;
            return this;
        }

        /** Sets what decided the step size. */
        public Builder acted(Acted value) {
            acted = value;
            return this;
        }

        /** Sets ρ_k. */
        public Builder rho(double value) {
            rho = value;
            return this;
        }

        /** Sets the lower bound that was used. */
        public Builder lowerBound(double value) {
            lowerBound = value;
            return this;
        }

        /** Sets m_k(x_k). */
        public Builder modelValue(double value) {
            modelValue = value;
            return this;
        }

        /** Sets |d_k|. */
        public Builder directionNorm(double value) {
            directionNorm = value;
            return this;
        }

        /** Sets f̄_k. */
        public Builder lossAverage(double value) {
            lossAverage = value;
            return this;
        }

        /** Sets γ_k. */
        public Builder gamma(double value) {
            gamma = value;
            return this;
        }

        /** Sets ⟨d_k, x_k⟩. */
        public Builder directionDotParams(double value) {
            directionDotParams = value;
            return this;
        }

        /** Sets a quantity that only this method knows. */
        public Builder extra(String name, double value) {
            extras.put(name, value);
            return this;
        }

        /** The report of the fields as they are now. */
        public StepReport build() {
            return new StepReport(this);
        }
    }
}
