/** The beginning of a plugin, written for its author: a Maven project that builds, passes its tests and can be run as it is. */
@NullMarked
package org.momo4j.lab.skeleton;

import org.jspecify.annotations.NullMarked;
