package org.momo4j.testkit.provider;

import org.momo4j.testkit.PlantedFault;

/** Mistakes that authors of providers make, and which promise each of them breaks. */
public enum ProviderFault implements PlantedFault {
    // @formatter:off (one a line)
    SHOUTS_ITS_NAME("its name is lower case, words joined by hyphens"),
    SAYS_NOTHING("says in one line what it is"),
    IS_NOT_INSTALLED("the service loader finds it by its name, and no other"),
    FORGETS_A_RANGE("every hyper-parameter has a meaning, every number a range"),
    HAS_A_RATE_OF_ZERO("its default learning rate is positive"),
    ALLOWS_TOO_MUCH("what its ranges allow can be created");
    // @formatter:on

    private final String promise;

    ProviderFault(String promise) {
        this.promise = promise;
    }

    @Override
    public String promise() {
        return promise;
    }
}
