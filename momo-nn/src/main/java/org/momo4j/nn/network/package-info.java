/**
 * Networks as objectives, whatever engine computes them: what an engine must offer ({@link org.momo4j.nn.network.Network}), what
 * examples look like, and the one class that makes an objective of both. No class of an engine may be named here, and no data
 * format read.
 */
@NullMarked
package org.momo4j.nn.network;

import org.jspecify.annotations.NullMarked;
