package org.momo4j.testkit.method;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.momo4j.testkit.Promise;

/** What every {@link org.momo4j.api.method.LearningRate} promises. */
public interface LearningRateContract {
    /** The schedules to test. */
    Stream<LearningRateSubject> subjects();

    /** Every promise, for every subject. */
    @TestFactory
    default Stream<DynamicNode> learningRateContract() {
        return Promise.tests(subjects(), promises());
    }

    /** All promises of a schedule. */
    static List<Promise<LearningRateSubject>> promises() {
        return LearningRatePromises.ALL;
    }
}
