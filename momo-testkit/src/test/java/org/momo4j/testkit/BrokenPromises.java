package org.momo4j.testkit;

import java.util.List;

/** Runs a contract by hand. */
public final class BrokenPromises {
    private BrokenPromises() {}

    /** The names of the promises that a subject breaks: by a failed assertion or by throwing something else. */
    public static <S extends Subject> List<String> of(S subject, List<Promise<S>> promises) {
        return promises.stream().filter(promise -> !kept(promise, subject)).map(Promise::name).toList();
    }

    private static <S extends Subject> boolean kept(Promise<S> promise, S subject) {
        try {
            promise.check().of(subject);
            return true;
        } catch (Exception | AssertionError broken) {
            return false;
        }
    }
}
