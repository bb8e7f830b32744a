/** Tests of what a tracking server is told. */
@NullMarked
package org.momo4j.lab.tracking;

import org.jspecify.annotations.NullMarked;
