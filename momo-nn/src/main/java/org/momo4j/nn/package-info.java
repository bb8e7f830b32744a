/** Networks as objectives. Every engine has a package of its own, and is an optional dependency. */
@NullMarked
package org.momo4j.nn;

import org.jspecify.annotations.NullMarked;
