/**
 * The zero-copy bridge to ND4J, the only package of the SPI that knows {@code INDArray}. Needs ND4J on the class path.
 */
@NullMarked
package org.momo4j.api.nd4j;

import org.jspecify.annotations.NullMarked;
