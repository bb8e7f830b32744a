/**
 * The problems on which the theory is verified, each with the constants that theorems ask for and with a finding for
 * every hypothesis. Nothing is run here.
 */
@NullMarked
package org.momo4j.convex.testbed;

import org.jspecify.annotations.NullMarked;
