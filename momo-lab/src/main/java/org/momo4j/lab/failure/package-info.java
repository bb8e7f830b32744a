/**
 * What went wrong, said in one sentence: wrong usage and files that cannot be read or written.
 */
@NullMarked
package org.momo4j.lab.failure;

import org.jspecify.annotations.NullMarked;
