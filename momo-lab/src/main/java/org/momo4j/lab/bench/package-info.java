/**
 * What {@code momo bench} measures when nothing is asked for, and how it tells what was measured. Measuring itself is the
 * work of momo-bench.
 */
@NullMarked
package org.momo4j.lab.bench;

import org.jspecify.annotations.NullMarked;
