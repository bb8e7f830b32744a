package org.momo4j.api.theory;

/**
 * Whether a hypothesis holds on a problem, and how that was decided.
 *
 * @param hypothesis which one
 * @param holds      whether it holds
 * @param how        one sentence
 */
public record Finding(Hypothesis hypothesis, boolean holds, String how) {}
