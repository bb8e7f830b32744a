/**
 * Replays recorded steps of a reference implementation and measures how far ours are away. {@code Recording} is what a
 * file holds, {@code RecordingReader} the only class that knows its format and the reference's names.
 */
@NullMarked
package org.momo4j.lab.replay;

import org.jspecify.annotations.NullMarked;
