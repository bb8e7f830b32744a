package org.momo4j.testkit.objective;

import org.momo4j.testkit.PlantedFault;

/** Mistakes that authors of objectives make, and which promise each of them breaks. */
public enum ObjectiveFault implements PlantedFault {
    // @formatter:off (one a line)
    DROPS_THE_LAST_EXAMPLE("the batch of all examples has the loss of evaluate()"),
    SUMS_LOSS_AND_GRADIENT("a batch is the mean of its examples"),
    COUNTS_REPETITIONS_ONCE("a batch is the mean of its examples"),
    SUMS_THE_GRADIENT("the gradient is that of the loss"),
    FORGETS_A_FACTOR("the gradient is that of the loss"),
    NOT_A_SUBGRADIENT("the gradient is a subgradient"),
    ROUNDS_IN_FLOAT32("float32 and float64 points have the same loss and gradient"),
    HAS_OTHER_DATA_EACH_TIME("a fresh objective answers alike, bit by bit"),
    DRAWS_ITS_NUMBER_OF_EXAMPLES("has parameters and examples, the same ones every time"),
    STARTS_ELSEWHERE("a seed is one starting point"),
    LEAVES_THE_START_ALONE("a seed is one starting point"),
    ADDS_TO_THE_GRADIENT("writes the gradient whole, and nothing else"),
    WRITES_THE_POINT("writes the gradient whole, and nothing else"),
    READS_ANY_SIZE("refuses vectors of another size or type"),
    EVALUATE_COUNTS("evaluate() changes no later answer"),
    FORGETS_ITS_STATE("a restored objective goes on bit by bit"),
    ACCEPTS_ANY_VERSION("a wrong state of an objective is refused whole"),
    CLAIMS_TOO_MUCH("no point lies below the optimal value"),
    CLAIMS_ANOTHER_POINT("the minimiser attains the optimal value"),
    CLAIMS_WITHOUT_PROOF("the certificate can be read");
    // @formatter:on

    private final String promise;

    ObjectiveFault(String promise) {
        this.promise = promise;
    }

    @Override
    public String promise() {
        return promise;
    }
}
