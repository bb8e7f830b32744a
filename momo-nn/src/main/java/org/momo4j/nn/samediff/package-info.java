/**
 * Networks of SameDiff: {@link org.momo4j.nn.samediff.SameDiffModel}, for a loop of your own, and
 * {@link org.momo4j.nn.samediff.SameDiffNetwork} for an objective. The only package that may name a class
 * of SameDiff; needs {@code nd4j-api} and an ND4J backend on the class path.
 */
@NullMarked
package org.momo4j.nn.samediff;

import org.jspecify.annotations.NullMarked;
