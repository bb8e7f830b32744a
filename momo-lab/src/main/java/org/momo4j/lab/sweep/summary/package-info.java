/** What a sweep came to: its runs by method and rate, over seeds. Keeps a few numbers of every run, and no rows. */
@NullMarked
package org.momo4j.lab.sweep.summary;

import org.jspecify.annotations.NullMarked;
