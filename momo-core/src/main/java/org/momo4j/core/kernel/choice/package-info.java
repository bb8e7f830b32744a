/** Which kernels run on this virtual machine. */
@NullMarked
package org.momo4j.core.kernel.choice;

import org.jspecify.annotations.NullMarked;
