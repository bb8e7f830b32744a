/** What somebody else might put on the class path. */
@NullMarked
package org.momo4j.lab.plugin;

import org.jspecify.annotations.NullMarked;
