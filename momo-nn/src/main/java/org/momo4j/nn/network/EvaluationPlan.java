package org.momo4j.nn.network;

/**
 * How much an evaluation looks at, and in what pieces.
 *
 * @param trainingExamples at most so many training examples, evenly spread over all of them; the loss is then that of this part
 * @param chunk            so many examples pass through the network at once, which bounds the memory it takes
 */
public record EvaluationPlan(int trainingExamples, int chunk) {
    /** All training examples, 256 at once. */
    public static final EvaluationPlan ALL = new EvaluationPlan(Integer.MAX_VALUE, 256);

    /** Checks the ranges. */
    public EvaluationPlan {
        if (trainingExamples < 1 || chunk < 1) {
            throw new IllegalArgumentException("an evaluation of " + trainingExamples + " training examples, " + chunk
                    + " at once: both must be at least 1");
        }
    }
}
