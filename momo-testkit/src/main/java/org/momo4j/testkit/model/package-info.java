/**
 * The contract of methods that take MoMo's step in the Euclidean metric: each step is recomputed from the problem that it
 * claims to solve, never from the closed form.
 */
@NullMarked
package org.momo4j.testkit.model;

import org.jspecify.annotations.NullMarked;
