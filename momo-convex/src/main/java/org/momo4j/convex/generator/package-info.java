/**
 * Data made from a seed: synthetic problems around a planted solution, and random features of data sets. Data that are
 * read live in {@code data}.
 */
@NullMarked
package org.momo4j.convex.generator;

import org.jspecify.annotations.NullMarked;
