package org.momo4j.testkit.method;

import org.momo4j.testkit.PlantedFault;

/** Mistakes that authors of lower bounds make, and which promise each of them breaks. */
public enum BoundFault implements PlantedFault {
    // @formatter:off (one a line)
    ESTIMATES_IN_BEFORE("before() without after() changes nothing"),
    REMEMBERS_BEFORE("before() without after() changes nothing"),
    STARTS_AT_MINUS_INFINITY("finite models have a finite bound"),
    DIVIDES_BY_THE_NORM("finite models have a finite bound"),
    TAKES_LOGARITHMS("falling losses have a bound that is a number"),
    WRITES_THE_GRADIENT("never writes the sample"),
    CHANGES_ITS_SCOPE("its scope does not change"),
    FORGETS_THE_COUNT("a restored bound goes on bit by bit"),
    CACHES_ITS_STATE("the state of a bound is a snapshot"),
    RESTORES_HALF("a wrong state of a bound is refused whole"),
    ACCEPTS_ANY_VERSION("a wrong state of a bound is refused whole"),
    SHARES_STATE("two bounds share nothing");
    // @formatter:on

    private final String promise;

    BoundFault(String promise) {
        this.promise = promise;
    }

    @Override
    public String promise() {
        return promise;
    }
}
