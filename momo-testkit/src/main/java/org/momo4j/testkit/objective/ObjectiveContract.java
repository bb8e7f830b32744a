package org.momo4j.testkit.objective;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.momo4j.testkit.Promise;

/** What every {@link org.momo4j.api.objective.Objective} promises. */
public interface ObjectiveContract {
    /** The objectives to test. Small data will do: every promise looks at all of it, several times. */
    Stream<ObjectiveSubject> subjects();

    /** Every promise, for every subject. */
    @TestFactory
    default Stream<DynamicNode> objectiveContract() {
        return Promise.tests(subjects(), promises());
    }

    /** All promises of an objective. */
    static List<Promise<ObjectiveSubject>> promises() {
        return Stream.of(LossPromises.ALL, OraclePromises.ALL, OptimumPromises.ALL).flatMap(List::stream).toList();
    }
}
