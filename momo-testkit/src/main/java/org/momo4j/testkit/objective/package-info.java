/**
 * The contract of objectives: a test class implements {@link org.momo4j.testkit.objective.ObjectiveContract} and lists
 * its {@linkplain org.momo4j.testkit.objective.ObjectiveSubject subjects}.
 */
@NullMarked
package org.momo4j.testkit.objective;

import org.jspecify.annotations.NullMarked;
