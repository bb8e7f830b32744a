package org.momo4j.testkit;

/** What a contract is about to test. */
public interface Subject {
    /** What its tests are called after. */
    String name();
}
