/**
 * Examples with labels, in memory: what networks are trained and evaluated on. Files are read in {@code format}, and found
 * by name in {@code catalogue}; no network and no engine lives here.
 */
@NullMarked
package org.momo4j.nn.data;

import org.jspecify.annotations.NullMarked;
