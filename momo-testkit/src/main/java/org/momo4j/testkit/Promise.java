package org.momo4j.testkit;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * One promise of a contract.
 *
 * @param name  the promise in a few words, as reports of tests show it
 * @param check finds out whether a subject keeps it
 * @param <S>   the subjects
 */
public record Promise<S extends Subject>(String name, Check<S> check) {
    /** Finds out whether a subject keeps a promise. */
    @FunctionalInterface
    public interface Check<S> {
        /**
         * Returns if the promise is kept.
         *
         * @throws AssertionError if it is broken, saying what was seen
         * @throws Exception      if the subject threw something
         */
        void of(S subject) throws Exception;
    }

    /**
     * Every promise for every subject, as tests.
     *
     * @throws IllegalArgumentException if there is no subject: such a test could not fail
     */
    public static <S extends Subject> Stream<DynamicNode> tests(Stream<S> subjects, List<Promise<S>> promises) {
        List<S> all = subjects.toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("the contract has no subjects; it needs at least one");
        }
        return all.stream().map(subject -> DynamicContainer.dynamicContainer(subject.name(), promises.stream()
                .map(promise -> DynamicTest.dynamicTest(promise.name, () -> promise.hold(subject)))));
    }

    /** Names the promise in what a report shows of a failure: not every report shows the names of tests that are made while they run. */
    private void hold(S subject) throws Exception {
        try {
            check.of(subject);
        } catch (AssertionError broken) {
            throw new AssertionError("\"" + name + "\" does not hold: " + broken.getMessage(), broken);
        }
    }
}
