/** Plain loops: the definition of all arithmetic on memory, and what runs where explicit vectors cannot. */
@NullMarked
package org.momo4j.core.kernel.plain;

import org.jspecify.annotations.NullMarked;
