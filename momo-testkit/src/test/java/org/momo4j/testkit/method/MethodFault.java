package org.momo4j.testkit.method;

import org.momo4j.testkit.PlantedFault;

/** Mistakes that authors of momentum methods make, and which promise each of them breaks. */
public enum MethodFault implements PlantedFault {
    // @formatter:off (one a line)
    WEIGHT_ZERO("weights: finite, a ≥ 0, b > 0, and a positive sum"),
    WEIGHT_GROWS("weights: finite, a ≥ 0, b > 0, and a positive sum"),
    WEIGHTS_REMEMBER("weights are functions of k alone"),
    NOT_SYMMETRIC("D_k is symmetric"),
    INDEFINITE("D_k is positive definite"),
    DIVIDES_BY_ZERO("D_k is positive definite"),
    HAS_NO_EPSILON("gradients of zero and next to zero leave D_k finite and positive"),
    NORMALISES("D_k is linear"),
    WRITES_DIRECTION("applyInverse returns its out or its direction, and writes out alone"),
    WRITES_GRADIENT("applyInverse returns its out or its direction, and writes out alone"),
    RETURNS_ITS_OWN("applyInverse returns its out or its direction, and writes out alone"),
    FINAL_AT_ONCE("a candidate that is not accepted leaves no trace"),
    CANDIDATE_ON_CANDIDATE("a candidate that is not accepted leaves no trace"),
    USES_THE_METRIC_BEFORE("applyInverse uses the candidate"),
    NEVER_ACCEPTS("what is accepted shows in the state"),
    FORGETS_ITS_STATE("a restored metric goes on bit by bit"),
    KEEPS_THE_STATE_IT_WAS_GIVEN("the state of a metric is a snapshot"),
    ACCEPTS_ANY_STATE("a wrong state of a metric is refused whole"),
    SHARES_STATE("two methods share nothing");
    // @formatter:on

    private final String promise;

    MethodFault(String promise) {
        this.promise = promise;
    }

    @Override
    public String promise() {
        return promise;
    }
}
