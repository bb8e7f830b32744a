/**
 * Examples as numbers: data sets, the LIBSVM reader, and the real data set that is shipped. Generated data live in
 * {@code generator}; no loss and no optimum lives here.
 */
@NullMarked
package org.momo4j.convex.data;

import org.jspecify.annotations.NullMarked;
