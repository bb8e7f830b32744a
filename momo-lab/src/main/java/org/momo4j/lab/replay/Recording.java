package org.momo4j.lab.replay;

import java.util.List;
import java.util.Map;
import org.momo4j.api.provider.Choice;
import org.momo4j.api.vector.ElementType;

/**
 * Recorded runs of a reference implementation.
 *
 * @param type how parameters were stored
 * @param runs at least one
 */
public record Recording(ElementType type, List<Run> runs) {
    /**
     * One run.
     *
     * @param name   unique within the recording
     * @param method what was run
     * @param start  x_1
     * @param steps  at least one
     */
    public record Run(String name, Method method, double[] start, List<Step> steps) {}

    /**
     * An optimizer in our words.
     *
     * @param optimizer       name of its provider
     * @param learningRate    α
     * @param bound           the lower bound
     * @param hyperParameters all others, by our names
     */
    public record Method(String optimizer, double learningRate, Choice bound, Map<String, Object> hyperParameters) {}

    /**
     * One step.
     *
     * @param loss       f_k
     * @param gradient   g_k
     * @param params     x_{k+1}
     * @param lowerBound the bound after the step
     */
    public record Step(double loss, double[] gradient, double[] params, double lowerBound) {}
}
