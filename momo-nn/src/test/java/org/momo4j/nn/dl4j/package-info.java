/** Tests of the adapters for DL4J. */
@NullMarked
package org.momo4j.nn.dl4j;

import org.jspecify.annotations.NullMarked;
