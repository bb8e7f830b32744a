/** Faults planted in MoMo's sources one at a time, to show that the verifier and the replay can fail. */
@NullMarked
package org.momo4j.lab.faults;

import org.jspecify.annotations.NullMarked;
