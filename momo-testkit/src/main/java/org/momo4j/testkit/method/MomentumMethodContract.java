package org.momo4j.testkit.method;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.momo4j.api.vector.ElementType;
import org.momo4j.testkit.Promise;

/** What every {@link org.momo4j.api.method.MomentumMethod} promises, in both element types. */
public interface MomentumMethodContract {
    /** The methods to test. */
    Stream<MomentumMethodSubject> subjects();

    /** Every promise, for every subject and element type. */
    @TestFactory
    default Stream<DynamicNode> momentumMethodContract() {
        return Promise.tests(trials(subjects()), promises());
    }

    /** Each subject in each element type. */
    static Stream<MomentumMethodTrial> trials(Stream<MomentumMethodSubject> subjects) {
        return subjects.flatMap(subject -> Stream.of(ElementType.values())
                .map(type -> new MomentumMethodTrial(subject, type)));
    }

    /** All promises of a momentum method. */
    static List<Promise<MomentumMethodTrial>> promises() {
        return Stream.of(AveragingPromises.ALL, MetricPromises.ALL, CandidatePromises.ALL).flatMap(List::stream)
                .toList();
    }
}
