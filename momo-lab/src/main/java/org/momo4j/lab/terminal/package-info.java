/**
 * The streams of the process, and what is drawn on them while something runs. The only package that touches them.
 */
@NullMarked
package org.momo4j.lab.terminal;

import org.jspecify.annotations.NullMarked;
