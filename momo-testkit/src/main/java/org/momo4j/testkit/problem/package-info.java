/**
 * Small objectives of which everything is known, for contracts and for tests of one's own.
 */
@NullMarked
package org.momo4j.testkit.problem;

import org.jspecify.annotations.NullMarked;
