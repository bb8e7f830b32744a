package org.momo4j.testkit.step;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.momo4j.api.vector.ElementType;
import org.momo4j.testkit.Promise;

/**
 * What every {@link org.momo4j.api.step.Optimizer} promises, in both element types:
 *
 * <pre>
 * class MyOptimizerTest implements OptimizerContract {
 *     &#64;Override
 *     public Stream&lt;OptimizerSubject&gt; subjects() {
 *         return Stream.of(OptimizerSubject.of(new MyProvider(), new MyParameters(0.9), 0.1));
 *     }
 * }
 * </pre>
 */
public interface OptimizerContract {
    /** The optimizers to test, each with a learning rate that suits the quadratics of this kit. */
    Stream<OptimizerSubject> subjects();

    /** Every promise, for every subject and element type. */
    @TestFactory
    default Stream<DynamicNode> optimizerContract() {
        return Promise.tests(trials(subjects()), promises());
    }

    /** Each subject in each element type. */
    static Stream<OptimizerTrial> trials(Stream<OptimizerSubject> subjects) {
        return subjects.flatMap(subject -> Stream.of(ElementType.values())
                .map(type -> new OptimizerTrial(subject, type)));
    }

    /** All promises of an optimizer. */
    static List<Promise<OptimizerTrial>> promises() {
        return Stream.of(StepPromises.ALL, ValuePromises.ALL, RefusalPromises.ALL, StatePromises.ALL,
                ConfinementPromises.ALL, GroupPromises.ALL, LossPromises.ALL, EdgePromises.ALL, AllocationPromises.ALL)
                .flatMap(List::stream).toList();
    }
}
