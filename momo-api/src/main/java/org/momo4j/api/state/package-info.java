/**
 * State as data: what a checkpoint holds of anything that remembers. No serialisation format lives here.
 */
@NullMarked
package org.momo4j.api.state;

import org.jspecify.annotations.NullMarked;
