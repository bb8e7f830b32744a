package org.momo4j.testkit.model;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.momo4j.testkit.Promise;

/** What every method promises that takes the step of MATH.md section 3 with D = I. */
public interface TruncatedModelContract {
    /** The methods to test. */
    Stream<TruncatedModelSubject> subjects();

    /** Every promise, for every subject. */
    @TestFactory
    default Stream<DynamicNode> truncatedModelContract() {
        return Promise.tests(subjects(), promises());
    }

    /** All promises of such a method. */
    static List<Promise<TruncatedModelSubject>> promises() {
        return TruncatedModelPromises.ALL;
    }
}
