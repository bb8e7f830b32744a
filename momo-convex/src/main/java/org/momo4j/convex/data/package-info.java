/**
 * Examples as numbers: data sets, the LIBSVM reader, seeded generators, random features, and the real data set that is
 * shipped. No loss and no optimum lives here.
 */
@NullMarked
package org.momo4j.convex.data;

import org.jspecify.annotations.NullMarked;
