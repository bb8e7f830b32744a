/** Tests of the adapter for SameDiff, against central differences, DL4J and the graph itself. */
@NullMarked
package org.momo4j.nn.samediff;

import org.jspecify.annotations.NullMarked;
