package org.momo4j.testkit.method;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.momo4j.testkit.Promise;

/** What every {@link org.momo4j.api.method.LowerBound} promises. */
public interface LowerBoundContract {
    /** The bounds to test. */
    Stream<LowerBoundSubject> subjects();

    /** Every promise, for every subject. */
    @TestFactory
    default Stream<DynamicNode> lowerBoundContract() {
        return Promise.tests(subjects(), promises());
    }

    /** All promises of a lower bound. */
    static List<Promise<LowerBoundSubject>> promises() {
        return LowerBoundPromises.ALL;
    }
}
