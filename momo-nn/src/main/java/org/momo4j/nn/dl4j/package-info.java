/**
 * DL4J's networks: {@link org.momo4j.nn.dl4j.Dl4jModel} for a loop or a {@code fit} of your own, {@link org.momo4j.nn.dl4j.Dl4jNetwork}
 * for an objective. The only package that may name a class of DL4J; needs {@code deeplearning4j-nn} and an ND4J backend on the
 * class path.
 */
@NullMarked
package org.momo4j.nn.dl4j;

import org.jspecify.annotations.NullMarked;
