package org.momo4j.testkit.step;

import org.momo4j.testkit.PlantedFault;

/** Mistakes that authors of optimizers make, and which promise each of them breaks. */
public enum Fault implements PlantedFault {
    // @formatter:off (one a line)
    WRITES_GRADIENT("never writes the gradient"),
    WRITES_BESIDE("writes nothing beside the parameters, wherever they lie"),
    COUNTS_FROM_ZERO("reports k = 1, 2, 3, ... and the loss it was given"),
    REPORTS_ANOTHER_LOSS("reports k = 1, 2, 3, ... and the loss it was given"),
    HIDES_ITS_NEED("ignores the loss unless it needs it"),
    EVALUATION_MOVES_PARAMS("its evaluation point changes nothing and is written whole"),
    CHANGES_ITS_NEEDS("its needs do not change"),
    ASCENDS("halves the gap of a convex quadratic within 1000 steps"),
    DIVIDES_BY_ZERO("zero gradients from the start: nothing moves but by a common decay"),
    DECAYS_EVERYTHING("zero gradients move nothing in a group without decay"),
    STOPS_WHEN_THE_LOSS_GROWS("halves the loss of a quadratic that interpolates, batch by batch"),
    ROUNDS_TO_FLOAT("computes in its element type"),
    ACCEPTS_ANY_LOSS("a non-finite loss is refused whole, if the loss is needed"),
    ACCEPTS_ANY_GRADIENT("a non-finite gradient is refused whole"),
    AVERAGES_BEFORE_REFUSING("a non-finite gradient is refused whole"),
    COUNTS_BEFORE_REFUSING("a non-finite gradient is refused whole"),
    NAMES_THE_STEP_BEFORE("a non-finite gradient is refused whole"),
    BOUND_UPDATED_BEFORE_REFUSING("a non-finite loss is refused whole, if the loss is needed"),
    ACCEPTS_ANY_PARAMS("non-finite parameters are refused whole"),
    OVERFLOWS("an enormous gradient is refused whole or leaves everything finite"),
    ACCEPTS_ANY_SIZE("vectors of another size or type are refused whole"),
    ACCEPTS_ANY_TYPE("vectors of another size or type are refused whole"),
    FORGETS_A_VECTOR("a restored optimizer goes on bit by bit"),
    FORGETS_K("a restored optimizer goes on bit by bit"),
    FORGETS_THE_BOUND("the memory of its lower bound is part of its state"),
    KEEPS_ITS_PAST("restore goes back in time"),
    CACHES_ITS_STATE("its state is a snapshot"),
    KEEPS_THE_STATE_IT_WAS_GIVEN("one state restores two optimizers"),
    RESTORES_HALF("a wrong state is refused whole"),
    ACCEPTS_ANY_VERSION("a wrong state is refused whole"),
    SHARES_STATE("two instances in turn share nothing"),
    SHARES_SCRATCH("instances in several threads share nothing"),
    BELONGS_TO_A_THREAD("a thread may take over from another"),
    ONE_STEP_SIZE_A_GROUP("two groups with equal settings are one group"),
    DEPENDS_ON_PLACE("permuted parameters give the permuted result"),
    IGNORES_THE_BOUND("a constant added to loss and bound changes nothing"),
    HAS_AN_ABSOLUTE_THRESHOLD("a loss scaled with its bound changes nothing, where that is claimed"),
    ACCEPTS_ANY_RATE("a learning rate that is not positive is refused, named, and changes nothing"),
    ACCEPTS_AN_INFINITE_RATE("an infinite learning rate is refused or leaves everything finite"),
    TAKES_STEPS_OF_NOISE("rounding noise at the bound carries nothing away"),
    KEEPS_A_COPY_OF_THE_PARAMETERS("goes on from where others have put the parameters"),
    ALLOCATES("allocates at most 400 bytes a step"),
    ALLOCATES_OFF_HEAP("takes no fresh off-heap memory for a step");
    // @formatter:on

    private final String promise;

    Fault(String promise) {
        this.promise = promise;
    }

    @Override
    public String promise() {
        return promise;
    }
}
