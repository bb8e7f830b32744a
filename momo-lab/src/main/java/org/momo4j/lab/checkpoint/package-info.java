/**
 * States on disk: a {@code .npz} that NumPy reads, with the scalars in {@code state.json}, sealed by a digest over every byte,
 * written to a temporary file and moved into place. The one before the newest is kept, in case the newest is damaged.
 */
@NullMarked
package org.momo4j.lab.checkpoint;

import org.jspecify.annotations.NullMarked;
